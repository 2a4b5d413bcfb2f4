import copied from './away-words.json';

export type AwayWords = {
  direction: 'ltr' | 'rtl';
  title: string;
  text: string;
  unsent: string;
  again: string;
  request: string;
  /** Of addresses that lead nowhere. */
  form: string;
  submission: string;
  confirmation: string;
};

const LANGUAGES = copied as Record<string, AwayWords>;
const ENGLISH = 'en';

/**
 * What visitors read when the API cannot tell it, from a copy of its language files. `wanted`: a tag
 * (BCP 47) or an `Accept-Language`, read as the API reads it: de-AT, then de, then English.
 */
export function awayWords(wanted: string): { language: string; words: AwayWords } {
  const known = new Map(Object.keys(LANGUAGES).map((tag) => [tag.toLowerCase(), tag]));
  const language =
    tagsIn(wanted)
      .flatMap(wider)
      .map((tag) => known.get(tag))
      .find((tag) => tag !== undefined) ?? ENGLISH;
  return { language, words: LANGUAGES[language] as AwayWords };
}

const TAG = /^[a-z]{1,8}(-[a-z0-9]{1,8})*$/;

/** The tags of an `Accept-Language`, the most wanted first; those of the quality 0 are left out. */
function tagsIn(wanted: string): string[] {
  return wanted
    .slice(0, 1000)
    .toLowerCase()
    .split(',')
    .map((each) => {
      const [tag = '', quality = 'q=1'] = each.split(';').map((part) => part.trim());
      return { tag, quality: Number(quality.replace('q=', '')) };
    })
    .filter(({ tag, quality }) => TAG.test(tag) && quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag);
}

/** The tag, then without its last part, and so on. */
function wider(tag: string): string[] {
  const parts = tag.split('-');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
}
