import type { Draft } from '../../model/draft';
import { wordsShown } from '../../model/texts';
import { placeOf, type Place } from '../../store/place';
import { questionsAt } from '../model/layout';
import { isKind } from '../model/kinds';
import { words } from '../words';

/** What people call a question: what it asks, or else its kind. */
export function nameOf(draft: Draft, scope: Place, key: string): string {
  const question = questionsAt(draft, scope)[key];
  const languages = draft.form.languages ?? ['en'];
  return wordsShown(question?.label, languages[0] ?? 'en', languages) || key;
}

export const kindName = (kind: string): string => (isKind(kind) ? words.kinds[kind].name : kind);

/** What a page is called, by its place in the form. */
export function pageName({ form }: Draft, page: number | null): string {
  if (page === null) return words.pages.none;
  const languages = form.languages ?? ['en'];
  const title = wordsShown(form.pages?.[page]?.title, languages[0] ?? 'en', languages);
  return title || words.pages.nth(page + 1);
}

export const questionPlace = (scope: Place, key: string): Place => placeOf(scope, key);
