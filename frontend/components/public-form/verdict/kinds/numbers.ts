import { strip } from '../clean';
import { fault, isRecord, type Answer, type Schema, type VerdictQuestion } from '../form';
import { judged } from '../schema';
import { exceptExtra, partOf } from './parts';

export function integerAnswer(value: unknown, schema: Schema): Answer {
  if (typeof value !== 'number' || !Number.isInteger(value)) return fault('integer');
  return judged(value === 0 ? 0 : value, schema);
}

type Limits = Pick<VerdictQuestion, 'minimum' | 'maximum'>;

export function decimalAnswer(value: unknown, question: VerdictQuestion): Answer {
  return exact(value, question.decimals ?? 2, question);
}

/** The digits as they were typed, without zeros in front. */
function exact(value: unknown, places: number, { minimum, maximum }: Limits): Answer {
  const text = typed(value);
  const found = text === null ? null : /^(-?)0*([0-9]{1,15})(?:\.([0-9]+))?$/.exec(text);
  if (text === null || !found || !/^-?[0-9]{1,15}(?:\.[0-9]+)?$/.test(text))
    return fault('decimal');
  const [, sign = '', whole = '', fraction] = found;
  if ((fraction ?? '').length > places) return tooManyPlaces(places);
  const number = `${sign}${whole}${fraction === undefined ? '' : `.${fraction}`}`;
  if (isLimit(minimum) && compare(number, String(minimum)) < 0)
    return fault('least', { least: String(minimum) });
  if (isLimit(maximum) && compare(number, String(maximum)) > 0)
    return fault('most', { most: String(maximum) });
  return { value: number };
}

const tooManyPlaces = (count: number): Answer =>
  count === 0 ? fault('decimal_whole') : fault('decimal_places', { count });

const isLimit = (limit: Limits['minimum']) => limit !== null && limit !== undefined && limit !== '';

function typed(value: unknown): string | null {
  if (typeof value === 'string') return strip(value);
  if (typeof value !== 'number' || Math.abs(value) >= 1e16) return null;
  return expanded(String(value));
}

/** `1e-7` as `0.0000001`. */
function expanded(text: string): string {
  const found = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(text);
  if (!found) return text;
  const [, sign, first, rest = '', exponent] = found;
  return `${sign}0.${'0'.repeat(Number(exponent) - 1)}${first}${rest}`;
}

/** -1, 0 or 1. Both are digits with or without a point. */
export function compare(left: string, right: string): number {
  const places = Math.max(fractionOf(left).length, fractionOf(right).length);
  const [a, b] = [scaled(left, places), scaled(right, places)];
  return a < b ? -1 : a > b ? 1 : 0;
}

const fractionOf = (text: string) => text.split('.')[1] ?? '';

const scaled = (text: string, places: number): bigint =>
  BigInt(`${text.split('.')[0]}${fractionOf(text).padEnd(places, '0')}`);

/** An amount and its currency; where a form has one currency it may be left out. */
export function moneyAnswer(value: unknown, question: VerdictQuestion, schema: Schema): Answer {
  if (!isRecord(value)) return fault('group');
  const currencies = question.currencies ?? [];
  const most = Math.max(0, ...currencies.map((code) => placesOf(code, schema)));
  const amount = partOf(value, 'amount', (part) => exact(part, most, question));
  const alone = currencies.length === 1 && !('currency' in value);
  const currency = alone
    ? { value: currencies[0] ?? '' }
    : partOf(value, 'currency', (part) => currencyAnswer(part, currencies));
  const faults = [amount, currency, exceptExtra(value, ['amount', 'currency'])].flatMap(
    (each) => each.faults ?? [],
  );
  if (faults.length > 0) return { faults };
  const [digits, code] = [String(amount.value), String(currency.value)];
  const places = placesOf(code, schema);
  if (fractionOf(digits).length > places) return tooManyPlaces(places);
  return { value: { amount: padded(digits, places), currency: code } };
}

function currencyAnswer(value: unknown, known: readonly string[]): Answer {
  const code = typeof value === 'string' ? strip(value).toUpperCase() : '';
  return known.includes(code)
    ? { value: code }
    : fault('currency', { currencies: known.join(', ') });
}

function padded(digits: string, places: number): string {
  const [whole, fraction = ''] = digits.split('.');
  return places === 0 ? (whole ?? '') : `${whole}.${fraction.padEnd(places, '0')}`;
}

/** How many places a currency has is in the schema, since a browser's own list is another. */
function placesOf(code: string, schema: Schema): number {
  const places = schema['x-places'];
  const found = isRecord(places) ? places[code] : undefined;
  return typeof found === 'number' ? found : 2;
}
