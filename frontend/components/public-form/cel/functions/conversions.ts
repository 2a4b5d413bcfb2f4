import { CelScalar, celFunc, type CelFunc } from '@bufbuild/cel';
import { Failed } from '../failures';

const { DOUBLE, INT, STRING } = CelScalar;

const WHOLE = /^[+-]?[0-9]{1,30}$/;
const NUMBER = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,5})?$/;

function wholeOf(text: string): bigint {
  const value = WHOLE.test(text) ? BigInt(text.replace(/^\+/, '')) : null;
  if (value === null || BigInt.asIntN(64, value) !== value) throw new Failed('no whole number');
  return value;
}

function numberOf(text: string): number {
  if (text.length <= 400 && NUMBER.test(text)) return Number(text);
  const special = {
    nan: NaN,
    inf: Infinity,
    infinity: Infinity,
    '-inf': -Infinity,
    '-infinity': -Infinity,
  };
  const found = special[text.toLowerCase() as keyof typeof special];
  if (found === undefined) throw new Failed('no number');
  return found;
}

/** As Python writes it, whose `repr` the server says. */
function doubleText(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? 'inf' : '-inf';
  if (Object.is(value, -0)) return '-0';
  const [digits = '', exponent] = value.toExponential().split('e');
  const power = Number(exponent);
  if (value !== 0 && (power < -4 || power >= 16))
    return `${digits}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
  return plainDigits(digits, power);
}

function plainDigits(digits: string, power: number): string {
  const sign = digits.startsWith('-') ? '-' : '';
  const all = digits.replace(/[-.]/g, '');
  if (power < 0) return `${sign}0.${'0'.repeat(-power - 1)}${all}`;
  const whole = all.padEnd(power + 1, '0');
  const rest = whole.slice(power + 1);
  return `${sign}${whole.slice(0, power + 1)}${rest && `.${rest}`}`;
}

export const CONVERSIONS: CelFunc[] = [
  celFunc('int', [STRING], INT, wholeOf),
  celFunc('double', [STRING], DOUBLE, numberOf),
  celFunc('string', [DOUBLE], STRING, doubleText),
];
