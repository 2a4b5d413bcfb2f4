import type { Draft, Question } from '../../model/draft';
import type { Place } from '../../store/place';
import { partAt, setPart } from './parts';

/** Questions of one page in their order. `page` is null without pages, and for those on none. */
export type Part = { page: number | null; keys: string[] };

export const FIELDS: Place = 'form.fields';

export const questionsAt = (draft: Draft, scope: Place): Record<string, Question> =>
  (partAt(draft, scope) ?? {}) as Record<string, Question>;

export function layoutOf(draft: Draft, scope: Place): Part[] {
  const keys = Object.keys(questionsAt(draft, scope));
  const pages = scope === FIELDS ? (draft.form.pages ?? []) : [];
  if (pages.length === 0) return [{ page: null, keys }];
  const parts: Part[] = pages.map(({ fields }, page) => ({
    page,
    keys: fields.filter((key) => keys.includes(key)),
  }));
  const placed = new Set(parts.flatMap((part) => part.keys));
  const lost = keys.filter((key) => !placed.has(key));
  return lost.length > 0 ? [...parts, { page: null, keys: lost }] : parts;
}

/** Write the order, of the pages and of the questions themselves: conditions look upwards. */
export function writeLayout(draft: Draft, scope: Place, parts: readonly Part[]): void {
  const questions = questionsAt(draft, scope);
  for (const { page, keys } of parts) {
    const written = page === null ? undefined : draft.form.pages?.[page];
    if (written && written.fields.join() !== keys.join()) written.fields = [...keys];
  }
  const order = parts.flatMap(({ keys }) => keys);
  if (order.join() === Object.keys(questions).join()) return;
  const inOrder = order.flatMap((key) => {
    const question = questions[key];
    return question ? [[key, question] as const] : [];
  });
  setPart(draft, scope, Object.fromEntries(inOrder));
}

/** With a question at another place: in front of the one that stands at `index` there now. */
export const moved = (parts: readonly Part[], key: string, part: number, index: number): Part[] =>
  parts.map(({ page, keys }, at) => {
    const others = keys.filter((each) => each !== key);
    return { page, keys: at === part ? others.toSpliced(index, 0, key) : others };
  });

/** One place up or down, over the border of its page where it is at the end of it. */
export function stepped(parts: readonly Part[], key: string, by: -1 | 1): Part[] {
  const part = parts.findIndex(({ keys }) => keys.includes(key));
  const index = parts[part]?.keys.indexOf(key) ?? -1;
  const length = parts[part]?.keys.length ?? 0;
  if (index + by >= 0 && index + by < length) return moved(parts, key, part, index + by);
  const next = parts[part + by];
  // What stands on no page may go to one, and nothing goes the other way.
  if (!next || next.page === null) return [...parts];
  return moved(parts, key, part + by, by < 0 ? next.keys.length : 0);
}
