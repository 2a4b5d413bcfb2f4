import { isCelList } from '@bufbuild/cel';
import { Failed } from '../failures';

/** Exact: `units` times ten to the power of minus `places`. Nought may be negative, as on the server. */
type Decimal = { isNegative: boolean; units: bigint; places: number };

const AMOUNT = /^([+-]?)([0-9]{1,40})(?:\.([0-9]{1,40}))?$/;
const MOST_PLACES = 20;

function read(value: unknown): Decimal {
  const found = typeof value === 'bigint' ? AMOUNT.exec(String(value)) : AMOUNT.exec(textOf(value));
  if (!found) throw new Failed('no decimal number');
  const [, sign, whole = '', fraction = ''] = found;
  return { isNegative: sign === '-', units: BigInt(whole + fraction), places: fraction.length };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function written({ isNegative, units, places }: Decimal): string {
  const digits = String(units).padStart(places + 1, '0');
  const cut = digits.length - places;
  const point = places > 0 ? `.${digits.slice(cut)}` : '';
  return `${isNegative ? '-' : ''}${digits.slice(0, cut)}${point}`;
}

const power = (exponent: number): bigint => 10n ** BigInt(exponent);
const signed = ({ isNegative, units }: Decimal): bigint => (isNegative ? -units : units);

/** Both with the same number of places. */
function alike(left: Decimal, right: Decimal): [Decimal, Decimal] {
  const places = Math.max(left.places, right.places);
  const scaled = (each: Decimal) => ({
    ...each,
    units: each.units * power(places - each.places),
    places,
  });
  return [scaled(left), scaled(right)];
}

function sum(a: Decimal, b: Decimal): string {
  const [left, right] = alike(a, b);
  const total = signed(left) + signed(right);
  const isNegative = total === 0n ? left.isNegative && right.isNegative : total < 0n;
  return written({ isNegative, units: total < 0n ? -total : total, places: left.places });
}

export const add = (left: unknown, right: unknown): string => sum(read(left), read(right));

export function total(values: unknown): string {
  if (!isCelList(values)) throw new Failed('not a list');
  return [...values].reduce<string>((all, each) => add(all, each), '0');
}

export function subtract(left: unknown, right: unknown): string {
  const taken = read(right);
  return sum(read(left), { ...taken, isNegative: !taken.isNegative });
}

export function multiply(a: unknown, b: unknown): string {
  const [left, right] = [read(a), read(b)];
  return written({
    isNegative: left.isNegative !== right.isNegative,
    units: left.units * right.units,
    places: left.places + right.places,
  });
}

/** Halves away from zero. */
function ratio(numerator: bigint, denominator: bigint): bigint {
  const whole = numerator / denominator;
  return (numerator % denominator) * 2n >= denominator ? whole + 1n : whole;
}

function placesOf(places: unknown): number {
  if (typeof places !== 'bigint' || places < 0n || places > MOST_PLACES)
    throw new Failed('a decimal number has 0 to 20 places');
  return Number(places);
}

export function divide(a: unknown, b: unknown, to: unknown): string {
  const [left, right] = alike(read(a), read(b));
  if (right.units === 0n) throw new Failed('divided by zero');
  const places = placesOf(to);
  return written({
    isNegative: left.isNegative !== right.isNegative,
    units: ratio(left.units * power(places), right.units),
    places,
  });
}

function rounded(value: Decimal, places: number): Decimal {
  const units =
    value.places <= places
      ? value.units * power(places - value.places)
      : ratio(value.units, power(value.places - places));
  return { isNegative: value.isNegative, units, places };
}

export const round = (value: unknown, places: unknown): string =>
  written(rounded(read(value), placesOf(places)));

export function compare(a: unknown, b: unknown): bigint {
  const [left, right] = alike(read(a), read(b)).map(signed) as [bigint, bigint];
  return left < right ? -1n : left > right ? 1n : 0n;
}

export function format(value: unknown, places: unknown, point: unknown, group: unknown): string {
  const [separator, thousands] = [textOf(point), textOf(group)];
  if ([...separator].length > 4 || [...thousands].length > 4) throw new Failed('too long');
  const [whole = '', fraction] = round(value, places).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, () => thousands);
  return fraction === undefined ? grouped : `${grouped}${separator}${fraction}`;
}
