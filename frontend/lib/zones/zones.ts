const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US-u-ca-iso8601-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, made);
  return made;
}

let listed: ReadonlySet<string> | undefined;

/** Whether there is a time zone of this name; null where only another list of zones can say. */
export function zoneKnown(name: string): boolean | null {
  listed ??= new Set(['UTC', ...Intl.supportedValuesOf('timeZone')]);
  if (listed.has(name)) return true;
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/.test(name)) return false;
  return null;
}

/** How many seconds clocks in a zone are ahead of UTC at a point in time (milliseconds since 1970). */
export function offsetAt(utc: number, zone: string): number {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(utc)
      .map(({ type, value }) => [type, value]),
  );
  const wall = new Date(0);
  const year = parts.era === 'BC' ? 1 - Number(parts.year) : Number(parts.year);
  wall.setUTCFullYear(year, Number(parts.month) - 1, Number(parts.day));
  wall.setUTCHours(Number(parts.hour), Number(parts.minute), Number(parts.second));
  return Math.round((wall.getTime() - Math.floor(utc / 1000) * 1000) / 1000);
}

/**
 * The point in time at which clocks in a zone show this (as if it were UTC). Where they are set
 * back, the first of both; null where they are set forward and never show it.
 */
export function localToUtc(wall: number, zone: string): number | null {
  const found = [wall - 86_400_000, wall + 86_400_000]
    .map((near) => wall - offsetAt(near, zone) * 1000)
    .filter((utc) => utc + offsetAt(utc, zone) * 1000 === wall);
  return found.length > 0 ? Math.min(...found) : null;
}

/** `+01:00` */
export function writtenOffset(seconds: number): string {
  const minutes = Math.abs(seconds) / 60;
  const two = (count: number) => String(Math.floor(count)).padStart(2, '0');
  return `${seconds < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}
