import type { Fault } from './form';
import { ENGLISH, type Sentence } from './english';

/** What is wrong, in the form's own words or in the built-in ones of its language. */
export function sentenceOf({ code, values = {}, own }: Fault, words: unknown, language: string) {
  if (own) return own;
  const { limit } = values;
  const filled = { example: EXAMPLE, least: limit, most: limit, ...values };
  const told = refusals(words)?.[NAMES[code] ?? code];
  const [sentence, tongue] = told === undefined ? [ENGLISH[code], 'en'] : [told, language];
  return sentence === undefined ? '' : say(sentence, filled, tongue);
}

/** What the sentences are called, where a fault has another code. */
const NAMES: Record<string, string> = {
  integer: 'whole_number',
  decimal: 'number',
  decimal_places: 'decimals',
  date_least: 'earliest',
  date_most: 'latest',
  time_least: 'earliest',
  time_most: 'latest',
  datetime: 'moment',
  datetime_skipped: 'moment_skipped',
  agreed: 'consent',
  twice: 'repeated',
};

const EXAMPLE = '+44 20 7946 0958';
const PLACE = /\{([a-z_]+)\}/g;

function refusals(words: unknown): Record<string, Sentence> | undefined {
  return (words as { refusals?: Record<string, Sentence> } | null | undefined)?.refusals;
}

/** A sentence with its places filled in, numbers and days as the language writes them. */
function say(sentence: Sentence, values: Record<string, unknown>, language: string): string {
  const count = Number(values.count ?? 0);
  const text =
    typeof sentence === 'string'
      ? sentence
      : (sentence[new Intl.PluralRules(language).select(count)] ?? sentence.other);
  return text.replace(PLACE, (place, name: string) =>
    name in values ? shown(name, values[name], language) : place,
  );
}

/** An example stays as it is to be typed. */
const shown = (name: string, value: unknown, language: string): string =>
  name === 'example' ? String(value) : written(value, language);

function written(value: unknown, language: string): string {
  const text = String(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text))
    return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(`${text}T00:00:00Z`),
    );
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) return text;
  const places = text.split('.')[1]?.length ?? 0;
  const format = new Intl.NumberFormat(language, {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  });
  return format.format(text as Intl.StringNumericLiteral);
}
