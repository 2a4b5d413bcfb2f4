import { isRecord } from '../model/alike';
import type { Draft } from '../model/draft';
import type { Place } from '../store/place';

/** What stands at a place. */
export const valueAt = (draft: Draft, place: Place): unknown =>
  place.split('.').reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), draft);

/** Write a value at a place; undefined takes it out. */
export function writeAt(draft: Draft, place: Place, value: unknown): void {
  const keys = place.split('.');
  const last = keys.pop() ?? '';
  let at: Record<string, unknown> = draft;
  for (const key of keys) {
    const next = at[key];
    if (!isRecord(next)) at[key] = {};
    at = at[key] as Record<string, unknown>;
  }
  if (value === undefined) Reflect.deleteProperty(at, last);
  else at[last] = value;
}
