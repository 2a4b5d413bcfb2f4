import { alike, isRecord } from '../model/alike';
import type { Change } from './known';

const PART = /^(?:tables|steps|form\.fields|form\.fields\.[^.]+\.fields)\.[^.]+$/;
/** Of these each side is told as one: texts in several languages, a list of a system. */
const WHOLE = new Set([
  'title',
  'done',
  'label',
  'help',
  'intro',
  'text',
  'message',
  'late',
  'submit_label',
  'placeholder',
  'pattern_message',
  'row_label',
  'from',
]);

/** Whether a place holds a whole question, step or table. */
export const isPart = (path: readonly string[]): boolean => PART.test(path.join('.'));

/** The parts of what came or went as one, and of lists with as many entries as before. */
export function expanded(change: Change): Change[] {
  const { path, before, after, kind } = change;
  const place = path.join('.');
  if (kind === 'moved' || isPart(path) || WHOLE.has(path.at(-1) ?? '')) return [change];
  if (/^form\.(?:pages|rules)$/.test(place)) return ofList(change);
  if ((isRecord(before) || before === null) && (isRecord(after) || after === null))
    return partsOf(path, before ?? {}, after ?? {}).flatMap(expanded);
  return [change];
}

function ofList(change: Change): Change[] {
  const { path, before, after } = change;
  if (!Array.isArray(before) || !Array.isArray(after) || before.length !== after.length)
    return [change];
  return after.flatMap((each, index) => {
    const was: unknown = before[index];
    return isRecord(each) && isRecord(was) ? partsOf([...path, String(index)], was, each) : [];
  });
}

function partsOf(
  path: readonly string[],
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): Change[] {
  const keys = new Set([...Object.keys(after), ...Object.keys(before)]);
  return [...keys]
    .filter((key) => !alike(before[key], after[key]))
    .map((key) => ({
      kind: !(key in before) ? 'added' : !(key in after) ? 'removed' : 'changed',
      path: [...path, key],
      before: before[key] ?? null,
      after: after[key] ?? null,
    }));
}
