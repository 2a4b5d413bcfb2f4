import { tag } from '@/lib/words/languages';

/** The units in which people say how long something takes; seconds are too fine. */
export const UNITS = { minutes: 60, hours: 3_600, days: 86_400 } as const;
export type Unit = keyof typeof UNITS;
const WORDS = { minutes: 'minute', hours: 'hour', days: 'day' } as const;

/** The largest unit that says it in whole numbers. */
export function unitOf(seconds: number): Unit {
  if (seconds % UNITS.days === 0) return 'days';
  return seconds % UNITS.hours === 0 ? 'hours' : 'minutes';
}

/** "15 minutes", "4 hours", "14 days". */
export function lengthOf(seconds: number): string {
  const unit = unitOf(seconds);
  return new Intl.NumberFormat(tag(), {
    style: 'unit',
    unit: WORDS[unit],
    unitDisplay: 'long',
    maximumFractionDigits: 1,
  }).format(seconds / UNITS[unit]);
}
