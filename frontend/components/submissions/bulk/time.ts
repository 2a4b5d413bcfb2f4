import { words } from './words';

/** A stretch of time, coarse: "a moment", "about 8 minutes", "about 3 hours". */
export function roughly(seconds: number): string {
  if (seconds < 45) return words.time.moment;
  const minutes = Math.round(seconds / 60);
  return minutes < 90
    ? words.time.minutes(Math.max(minutes, 1))
    : words.time.hours(Math.round(minutes / 60));
}
