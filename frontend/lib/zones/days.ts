import { timeZone } from '@/lib/words/languages';
import { zoneOfBrowser } from './of-browser';
import { localToUtc, offsetAt } from './zones';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** The zone in which the console tells times: the person's own, else the browser's. */
export const zoneHere = (): string => timeZone() ?? zoneOfBrowser();

/**
 * When a day (`2026-11-30`) begins in a zone, or the one `later` days after it: an ISO moment. Where
 * clocks skip midnight, it begins with the hour after.
 */
export function startOfDay(day: string, later: number, zone = zoneHere()): string {
  const midnight = Date.parse(`${day}T00:00:00Z`) + later * DAY;
  const start = localToUtc(midnight, zone) ?? localToUtc(midnight + HOUR, zone) ?? midnight;
  return new Date(start).toISOString();
}

/** The day of an ISO moment in a zone, or the one `later` days after it. */
export function dayOf(moment: string, later: number, zone = zoneHere()): string {
  const utc = Date.parse(moment);
  return new Date(utc + offsetAt(utc, zone) * 1000 + later * DAY).toISOString().slice(0, 10);
}
