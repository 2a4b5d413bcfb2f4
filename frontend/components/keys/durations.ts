const HOUR = 3_600_000;
const DAY = 24 * HOUR;

type Choice = { value: string; label: string; milliseconds: number | null };

/** How long a new key or client lives. */
export const LIFETIMES: Choice[] = [
  { value: '30', label: '30 days', milliseconds: 30 * DAY },
  { value: '90', label: '90 days', milliseconds: 90 * DAY },
  { value: '365', label: 'A year', milliseconds: 365 * DAY },
  { value: 'never', label: 'Until it is revoked', milliseconds: null },
];

/** How long the former secret stays good after a rotation. */
export const OVERLAPS: Choice[] = [
  { value: 'hour', label: 'For an hour', milliseconds: HOUR },
  { value: 'day', label: 'For a day', milliseconds: DAY },
  { value: 'week', label: 'For a week', milliseconds: 7 * DAY },
  { value: 'none', label: 'It stops at once', milliseconds: null },
];

/** The moment that a choice means when it is made now; null for no moment. */
export function momentOf(choices: Choice[], value: string, now = Date.now()): string | null {
  const found = choices.find((choice) => choice.value === value)?.milliseconds ?? null;
  return found === null ? null : new Date(now + found).toISOString();
}
