import type { Grain } from '@/lib/api/model';
import { offsetAt, writtenOffset } from '@/lib/zones/zones';
import { tag } from '@/lib/words/languages';

export type Piece = { start: string; end: string };

const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const DAY = { day: 'numeric', month: 'short' } as const;

/** Below an axis: short. */
export function axisLabel(start: string, grain: Grain, zone: string): string {
  return written(start, grain === 'day' ? DAY : CLOCK, zone);
}

/**
 * The whole of a piece of time, in the reader's zone. Where clocks change within the hours that are
 * shown, each says how far it is from UTC: an hour may come twice.
 */
export function pieceLabel(
  { start, end }: Piece,
  grain: Grain,
  zone: string,
  changes = false,
): string {
  if (grain === 'day') return written(start, { weekday: 'short', ...DAY }, zone);
  const offset = changes ? ` (UTC${writtenOffset(offsetAt(Date.parse(start), zone))})` : '';
  const from = written(start, { ...DAY, ...CLOCK }, zone);
  return `${from}–${written(end, CLOCK, zone)}${offset}`;
}

/** Whether clocks change between the first and the last piece. */
export function clocksChange(pieces: readonly Piece[], zone: string): boolean {
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last) return false;
  return offsetAt(Date.parse(first.start), zone) !== offsetAt(Date.parse(last.start), zone);
}

function written(moment: string, options: Intl.DateTimeFormatOptions, zone: string): string {
  return new Intl.DateTimeFormat(tag(), { ...options, timeZone: zone }).format(new Date(moment));
}
