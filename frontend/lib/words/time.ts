const STEPS: [limit: number, unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  [60, 'second', 1],
  [3_600, 'minute', 60],
  [86_400, 'hour', 3_600],
  [2_592_000, 'day', 86_400],
  [31_536_000, 'month', 2_592_000],
];

const ENGLISH = { language: 'en', now: 'just now' };

/** "just now", "12 seconds ago", "in 3 minutes": coarse on purpose, the exact time is beside it. */
export function relativeTime(moment: Date, now: Date, told = ENGLISH): string {
  const seconds = Math.round((moment.getTime() - now.getTime()) / 1000);
  const size = Math.abs(seconds);
  if (size < 3) return told.now;
  const [, unit, length] = STEPS.find(([limit]) => size < limit) ?? [0, 'year', 31_536_000];
  const format = new Intl.RelativeTimeFormat(told.language, { numeric: 'always', style: 'long' });
  return format.format(Math.trunc(seconds / length), unit as Intl.RelativeTimeFormatUnit);
}

const EXACT = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
} as const;

/** English as most of its readers here write it: the day first. */
const localeOf = (language: string) => (language === 'en' ? 'en-GB' : language);

/** "24 Nov 2026, 14:32:07", in the reader's own time zone. */
export function exactTime(moment: Date, language = 'en'): string {
  return moment.toLocaleString(localeOf(language), EXACT);
}

/** "24 Nov 2026, 13:32:07 UTC", where the reader's time zone is not known. */
export function universalTime(moment: Date, language = 'en'): string {
  const options = { ...EXACT, timeZone: 'UTC', timeZoneName: 'short' } as const;
  return moment.toLocaleString(localeOf(language), options);
}

/** "14:32:07". */
export function clockTime(moment: Date): string {
  return moment.toLocaleTimeString('en-GB');
}

/** "340 ms", "2.4 s", "3 min 5 s". */
export function duration(milliseconds: number): string {
  if (milliseconds < 1_000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1_000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1_000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** "24 November 2026". */
export function longDate(moment: Date): string {
  return moment.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
}
