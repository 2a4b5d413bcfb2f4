const DAY = 86_400_000;

/**
 * The day that a limit of a date question means: itself, or so many days from `today`. Days are
 * ISO 8601; a visitor's clock may be wrong, so today's date comes with the page.
 */
export function dayLimit(
  limit: string | number | null | undefined,
  today: string,
): string | undefined {
  if (limit === undefined || limit === null || limit === '') return undefined;
  const counted = /^today([+-]\d{1,5})?$/.exec(String(limit));
  if (!counted) return String(limit);
  const day = Date.parse(`${today}T00:00:00Z`) + Number(counted[1] ?? 0) * DAY;
  return Number.isNaN(day) ? undefined : new Date(day).toISOString().slice(0, 10);
}

/** The zone of the visitor's clock; null where the browser does not tell. */
export function ownZone(): string | null {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || null;
}
