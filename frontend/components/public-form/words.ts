import type { Form } from './form';

/** Sentences by name, in groups, one per plural category. */
type Sentences = { [name: string]: string | Sentences };

type Values = Record<string, string | number>;

/** Says a sentence of the page: its places filled in, its plural chosen by `count`. */
export type Say = (name: string, values?: Values) => string;

/**
 * The built-in sentences of a form in its language, by names such as `question.choose`. One that
 * the server does not know shows its name, so that whoever reads it can say which is missing.
 */
export function wordsOf({ words, language }: Pick<Form, 'words' | 'language'>): Say {
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (name, values = {}) => {
    const { count } = values;
    const category = typeof count === 'number' ? plurals.select(count) : 'other';
    const text = sentence(words as unknown as Sentences, name.split('.'), category) ?? name;
    const written =
      typeof count === 'number' ? { ...values, count: numbers.format(count) } : values;
    return text.replace(PLACE, (place, key: string) => String(written[key] ?? place));
  };
}

const PLACE = /\{(\w+)\}/g;

function sentence(words: Sentences, path: string[], category: string): string | null {
  const found = path.reduce<string | Sentences | undefined>(
    (node, key) => (typeof node === 'object' ? node[key] : undefined),
    words,
  );
  if (typeof found !== 'object') return found ?? null;
  const form = found[category] ?? found.other;
  return typeof form === 'string' ? form : null;
}
