import { isRecord } from '../../model/alike';
import type { Draft } from '../../model/draft';
import type { Place } from '../../store/place';

type Branch = Record<string, unknown>;
const isBranch = (value: unknown): value is Branch => isRecord(value) || Array.isArray(value);

/** What stands at a place; undefined where nothing does. */
export const partAt = (draft: Draft, place: Place): unknown =>
  place
    .split('.')
    .reduce<unknown>((at, key) => (isBranch(at) ? at[key] : undefined), draft as Branch);

/** Parts of the form that say nothing when they are empty. */
const EMPTY_IS_NONE = new Set(['form.look', 'form.sent', 'form.rules', 'form.pages']);

/** Write a value at a place; undefined takes away what stands there. */
export function setPart(draft: Draft, place: Place, value: unknown): void {
  const keys = place.split('.');
  const last = keys.pop() ?? '';
  let at: Branch = draft as Branch;
  for (const key of keys) {
    if (!isBranch(at[key])) {
      if (value === undefined) return;
      at[key] = {};
    }
    at = at[key] as Branch;
  }
  if (value !== undefined) at[last] = value;
  else if (Array.isArray(at)) at.splice(Number(last), 1);
  else Reflect.deleteProperty(at, last);
  const parent = keys.join('.');
  if (EMPTY_IS_NONE.has(parent) && Object.keys(at).length === 0) setPart(draft, parent, undefined);
}
