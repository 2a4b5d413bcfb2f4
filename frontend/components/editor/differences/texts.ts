import { languageName } from '@/lib/words/languages';
import { isRecord } from '../model/alike';
import type { Words } from '../model/draft';
import { wordsIn } from '../model/texts';
import type { Change, Known } from './known';
import { languagesOf } from './subjects';
import { templateWords } from './values';
import { words } from './words';

const isWords = (value: unknown): value is Words =>
  typeof value === 'string' ||
  (isRecord(value) && Object.values(value).every((each) => typeof each === 'string'));

/**
 * A text that people read, in each language in which it differs, or in the one of which the
 * difference is; null: it is no such text.
 */
export function textsTold(
  label: string,
  { before, after }: Change,
  known: Known,
  only?: string,
): string[] | null {
  const sides = [before, after].map((each) => each ?? undefined);
  if (!sides.some(isWords) || !sides.every((each) => each === undefined || isWords(each)))
    return null;
  if (only) {
    const texts = [String(before ?? ''), String(after ?? '')] as const;
    return [toldIn(label, only, texts, known, true)];
  }
  const [was, is] = sides as (Words | undefined)[];
  const languages = languagesOf(known.after);
  const formerly = languagesOf(known.before);
  const all = new Set([...languages, ...formerly, ...tagsOf(was), ...tagsOf(is)]);
  return [...all].flatMap((each) => {
    const sides = [wordsIn(was, each, formerly), wordsIn(is, each, languages)] as const;
    if (sides[0] === sides[1]) return [];
    return toldIn(label, each, sides, known, all.size > 1);
  });
}

function toldIn(
  label: string,
  language: string,
  [was, is]: readonly [string, string],
  { before, after }: Known,
  isOneOfSeveral: boolean,
): string {
  return words.become(
    isOneOfSeveral ? words.inLanguage(label, languageName(language)) : label,
    was ? templateWords(was, before) : words.nothing,
    is ? templateWords(is, after) : words.nothing,
  );
}

const tagsOf = (text: Words | undefined) => (isRecord(text) ? Object.keys(text) : []);
