import { isRecord } from '../../model/alike';
import type { Draft } from '../../model/draft';
import { withWords } from '../../model/texts';

/** Proposed; any other tag can be written into the document. */
export const PROPOSED =
  'en de fr it es pt nl pl cs sk hu sl hr ro bg el da sv nb fi et lv lt tr uk ru ar he zh ja ko'.split(
    ' ',
  );

export function addLanguage({ form }: Draft, language: string): void {
  form.languages = [...(form.languages ?? ['en']), language];
}

/** Take a language away that is not the first, and every text in it. */
export function removeLanguage(draft: Draft, language: string): void {
  const left = (draft.form.languages ?? ['en']).filter((each) => each !== language);
  draft.form.languages = left;
  without(draft.form, language, left);
  for (const step of Object.values(draft.steps)) {
    const { title, done } = step;
    const words = { title, done };
    without(words, language, left);
    for (const key of ['title', 'done'] as const)
      if (words[key] !== undefined) step[key] = words[key];
  }
}

function without(value: unknown, language: string, left: readonly string[]): void {
  if (Array.isArray(value)) return value.forEach((each) => without(each, language, left));
  if (!isRecord(value)) return;
  for (const [key, each] of Object.entries(value)) {
    const isWords =
      isRecord(each) &&
      typeof each[language] === 'string' &&
      Object.values(each).every((text) => typeof text === 'string');
    if (!isWords) without(each, language, left);
    else value[key] = withWords(each as Record<string, string>, language, '', left) ?? '';
  }
}
