import { tag, timeZone } from '../languages';
import { ENGLISH, type Spoken } from '../spoken';

const STEPS: [limit: number, unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  [60, 'second', 1],
  [3_600, 'minute', 60],
  [86_400, 'hour', 3_600],
  [2_592_000, 'day', 86_400],
  [31_536_000, 'month', 2_592_000],
];

/** "12 seconds ago", "in 3 minutes": coarse on purpose, the exact time is beside it. */
export function relativeTime(
  moment: Date,
  now: Date,
  { language, justNow }: Pick<Spoken, 'language' | 'justNow'> = ENGLISH,
): string {
  const seconds = Math.round((moment.getTime() - now.getTime()) / 1000);
  const size = Math.abs(seconds);
  if (size < 3 && seconds <= 0) return justNow;
  if (size < 3) return relative(language, 'auto').format(0, 'second');
  const [, unit, length] = STEPS.find(([limit]) => size < limit) ?? [0, 'year', 31_536_000];
  const whole = Math.trunc(seconds / length);
  return relative(language, 'always').format(whole, unit as Intl.RelativeTimeFormatUnit);
}

const relative = (language: string, numeric: 'always' | 'auto') =>
  new Intl.RelativeTimeFormat(language, { numeric, style: 'long' });

const EXACT = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
} as const;

/** "24 Nov 2026, 14:32:07", in the person's own time zone. */
export function exactTime(moment: Date, language = tag()): string {
  return moment.toLocaleString(language, { ...EXACT, timeZone: timeZone() });
}

/** "24 Nov 2026, 13:32:07 UTC", where the reader's time zone is not known. */
export function universalTime(moment: Date, language = tag()): string {
  const options = { ...EXACT, timeZone: 'UTC', timeZoneName: 'short' } as const;
  return moment.toLocaleString(language, options);
}

/** "14:32:07". */
export function clockTime(moment: Date): string {
  return moment.toLocaleTimeString(tag(), { timeZone: timeZone() });
}

/** "340 ms", "2.4 s", "3 min 5 s". */
export function duration(milliseconds: number): string {
  if (milliseconds < 1_000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${tenths(milliseconds / 1_000)} s`;
  const seconds = Math.round(milliseconds / 1_000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

const tenths = (value: number) =>
  value.toLocaleString(tag(), { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** "24 November 2026". */
export function longDate(moment: Date): string {
  return moment.toLocaleDateString(tag(), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: timeZone(),
  });
}
