import { isRecord } from '../../model/alike';
import type { Draft } from '../../model/draft';
import { withRenamed } from '../../model/records';
import type { Place } from '../../store/place';
import { FIELDS, questionsAt } from './layout';
import { setPart } from './parts';

const EXPRESSION = /\$\{\{[\s\S]*?\}\}/g;

/** The texts of a part with everything in `${{ … }}` replaced that `found` finds. */
function replaced(value: unknown, found: RegExp, by: string): unknown {
  if (typeof value === 'string')
    return value.replace(EXPRESSION, (expression) => expression.replace(found, `$1${by}`));
  if (Array.isArray(value)) {
    const next = value.map((each) => replaced(each, found, by));
    return next.some((each, at) => each !== value[at]) ? next : value;
  }
  if (!isRecord(value)) return value;
  const entries = Object.entries(value);
  const next = entries.map(([key, each]) => [key, replaced(each, found, by)] as const);
  return next.some(([, each], at) => each !== entries[at]?.[1]) ? Object.fromEntries(next) : value;
}

const nameAfter = (whose: string, key: string) =>
  new RegExp(`(?<![\\w.])(${whose}\\.)${key}(?!\\w)`, 'g');

/** Give a question another key, also where expressions, pages and rules name it. */
export function renameQuestion(draft: Draft, scope: Place, from: string, to: string): void {
  if (scope !== FIELDS) {
    const found = nameAfter('row', from);
    const rows = replaced(withRenamed(questionsAt(draft, scope), from, to), found, to);
    return setPart(draft, scope, rows);
  }
  draft.form.fields = withRenamed(draft.form.fields, from, to);
  for (const page of draft.form.pages ?? [])
    page.fields = page.fields.map((key) => (key === from ? to : key));
  for (const rule of draft.form.rules ?? []) if (rule.field === from) rule.field = to;
  const found = nameAfter('input', from);
  for (const [key, value] of Object.entries(draft)) {
    const next = replaced(value, found, to);
    if (next !== value) Object.assign(draft, { [key]: next });
  }
}
