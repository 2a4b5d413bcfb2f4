import { tag, timeZone } from '../languages';
import { ENGLISH, type Spoken } from '../spoken';

const STEPS: [most: number, unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  [60, 'second', 1],
  [60, 'minute', 60],
  [24, 'hour', 3_600],
  [30, 'day', 86_400],
  [12, 'month', 2_592_000],
];
const YEAR = [0, 'year', 31_536_000] as const;

/**
 * "12 seconds ago", "in 3 minutes": coarse on purpose, the exact time is beside it. What is past is
 * told in whole units; what is to come in the nearest, as in "in 4 hours" of 3 hours and 59 minutes.
 */
export function relativeTime(
  moment: Date,
  now: Date,
  { language, justNow }: Pick<Spoken, 'language' | 'justNow'> = ENGLISH,
): string {
  const seconds = Math.round((moment.getTime() - now.getTime()) / 1000);
  const size = Math.abs(seconds);
  if (size < 3 && seconds <= 0) return justNow;
  if (size < 3) return auto(language).format(0, 'second');
  const whole = seconds > 0 ? Math.round : Math.floor;
  const [, unit, length] = STEPS.find(([most, , each]) => whole(size / each) < most) ?? YEAR;
  const count = Math.max(whole(size / length), 1);
  return always(language).format(Math.sign(seconds) * count, unit);
}

/** A format takes a hundred times as long to make as to use, and a list has a time in every row. */
function kept<Format>(make: (language: string, kind?: string) => Format) {
  const made = new Map<string, Format>();
  return (language: string, kind?: string): Format => {
    const key = `${language} ${kind ?? ''}`;
    const format = made.get(key) ?? make(language, kind);
    made.set(key, format);
    return format;
  };
}

/** In a time zone; undefined: in that of the browser. */
const inZone = (options: Intl.DateTimeFormatOptions) =>
  kept((language, zone) => new Intl.DateTimeFormat(language, { ...options, timeZone: zone }));

const always = kept((language) => new Intl.RelativeTimeFormat(language, { numeric: 'always' }));
const auto = kept((language) => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }));

const EXACT = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
} as const;

const exact = inZone(EXACT);
const universal = inZone({ ...EXACT, timeZoneName: 'short' });
const clock = inZone({ hour: 'numeric', minute: 'numeric', second: 'numeric' });
const date = inZone({ day: 'numeric', month: 'long', year: 'numeric' });

/** "24 Nov 2026, 14:32:07", in the person's own time zone. */
export function exactTime(moment: Date, language = tag()): string {
  return exact(language, timeZone()).format(moment);
}

/** "24 Nov 2026, 13:32:07 UTC", where the reader's time zone is not known. */
export function universalTime(moment: Date, language = tag()): string {
  return universal(language, 'UTC').format(moment);
}

/** "14:32:07". */
export function clockTime(moment: Date): string {
  return clock(tag(), timeZone()).format(moment);
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
  return date(tag(), timeZone()).format(moment);
}
