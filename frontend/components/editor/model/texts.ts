import type { Words } from './draft';

/** The text in a language; an empty one where it is missing. A single text is that of the first. */
export function wordsIn(words: Words | undefined, language: string, languages: readonly string[]) {
  if (words === undefined) return '';
  if (typeof words === 'string') return languages[0] === language ? words : '';
  return words[language] ?? '';
}

/** The text in a language, or else in the first that has one. */
export function wordsShown(
  words: Words | undefined,
  language: string,
  languages: readonly string[],
): string {
  const own = wordsIn(words, language, languages);
  if (own || words === undefined) return own;
  if (typeof words === 'string') return words;
  return languages.map((each) => words[each]).find(Boolean) ?? Object.values(words)[0] ?? '';
}

/** With the text in a language. A form of one language has single texts; undefined: no text. */
export function withWords(
  words: Words | undefined,
  language: string,
  text: string,
  languages: readonly string[],
): Words | undefined {
  const [first = language] = languages;
  if (languages.length < 2 && (typeof words === 'string' || !words)) return text || undefined;
  const before = typeof words === 'string' ? { [first]: words } : (words ?? {});
  const next: Record<string, string> = { ...before, [language]: text };
  const known = [...languages, ...Object.keys(next).filter((each) => !languages.includes(each))];
  const found = known.filter((each) => next[each]).map((each) => [each, next[each]]);
  if (found.length === 0) return undefined;
  return found.length === 1 && found[0]?.[0] === first
    ? next[first]
    : (Object.fromEntries(found) as Record<string, string>);
}

/** The languages of the form in which a text is missing that has one in another. */
export const missingIn = (words: Words | undefined, languages: readonly string[]): string[] =>
  words === undefined ? [] : languages.filter((each) => !wordsIn(words, each, languages));
