import type { Draft, Question } from '../../model/draft';
import { freeKey } from '../../model/records';
import { placeOf, type Place } from '../../store/place';
import type { Kind } from './kinds';
import { layoutOf, moved, questionsAt, writeLayout } from './layout';
import { setPart } from './parts';

/** What a new calculated answer gives: it may not be without anything. */
export const EMPTY_TEXT = "${{ '' }}";

/** The words that a new question begins with, in the language of whoever makes it. */
export type Beginning = { label: string; choice: (number: number) => string; consent: string };

export function newQuestion(kind: Kind, { label, choice, consent }: Beginning): Question {
  const question = { kind, label };
  switch (kind) {
    case 'choice':
    case 'choices':
      return {
        ...question,
        choices: [1, 2].map((at) => ({ value: `choice_${at}`, label: choice(at) })),
      };
    case 'consent':
      return { ...question, text: consent };
    case 'calculated':
      return { ...question, value: EMPTY_TEXT };
    default:
      return question;
  }
}

/** Add a question behind another, on the page of that; at the end without. */
export function addQuestion(
  draft: Draft,
  scope: Place,
  key: string,
  question: Question,
  after: string | null,
): void {
  const parts = layoutOf(draft, scope);
  const found = parts.findIndex(({ keys }) => after !== null && keys.includes(after));
  const pages = parts.filter(({ page }) => page !== null).length;
  const part = found >= 0 ? found : Math.max(pages - 1, 0);
  const keys = parts[part]?.keys ?? [];
  const index = found >= 0 ? keys.indexOf(after ?? '') + 1 : keys.length;
  // A new group has no questions yet.
  setPart(draft, placeOf(scope, key), question);
  writeLayout(draft, scope, moved(parts, key, part, index));
}

export function removeQuestion(draft: Draft, scope: Place, key: string): void {
  const parts = layoutOf(draft, scope);
  writeLayout(
    draft,
    scope,
    parts.map(({ page, keys }) => ({ page, keys: keys.filter((each) => each !== key) })),
  );
}

/** The key of the copy. */
export const keyOfCopy = (draft: Draft, scope: Place, key: string): string =>
  freeKey(questionsAt(draft, scope), key, 'question');

export function duplicateQuestion(draft: Draft, scope: Place, key: string, copy: string): void {
  const question = questionsAt(draft, scope)[key];
  if (question) addQuestion(draft, scope, copy, JSON.parse(JSON.stringify(question)), key);
}
