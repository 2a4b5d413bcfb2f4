import { tag } from '@/lib/words/languages';

const UNITS: [limit: number, unit: string, seconds: number][] = [
  [1, 'millisecond', 0.001],
  [120, 'second', 1],
  [7_200, 'minute', 60],
  [172_800, 'hour', 3_600],
];

/** "340ms", "2.4s", "12m": as long as a reader can tell lengths apart. */
export function span(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined) return '–';
  const [, unit, length] = UNITS.find(([limit]) => seconds < limit) ?? [0, 'day', 86_400];
  const value = seconds / length;
  return new Intl.NumberFormat(tag(), {
    style: 'unit',
    unit,
    unitDisplay: 'narrow',
    maximumFractionDigits: value < 10 && unit !== 'millisecond' ? 1 : 0,
  }).format(value);
}

/** "99.9 %": never rounded up, so that all of them means all of them. */
export function share(rate: number | null | undefined): string {
  if (rate === null || rate === undefined) return '–';
  return new Intl.NumberFormat(tag(), { style: 'percent', maximumFractionDigits: 1 }).format(
    Math.floor(rate * 1_000) / 1_000,
  );
}
