/** Milliseconds for which the browser's zone is remembered: each time on a page asks for it. */
const REMEMBERED = 10_000;
let asked = -Infinity;
let zone = 'UTC';

/** The time zone of the browser (IANA). */
export function zoneOfBrowser(): string {
  const now = performance.now();
  if (now - asked > REMEMBERED) {
    asked = now;
    // `Intl` reads a language's whole calendar first: 11 ms, where this takes a third of one.
    zone =
      typeof Temporal === 'undefined'
        ? Intl.DateTimeFormat().resolvedOptions().timeZone
        : Temporal.Now.timeZoneId();
  }
  return zone;
}
