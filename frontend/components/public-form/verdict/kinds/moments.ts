import { strip } from '../clean';
import { fault, isRecord, type Answer, type VerdictQuestion } from '../form';
import { localToUtc, offsetAt, writtenOffset, zoneKnown } from '@/lib/zones/zones';
import { exceptExtra, partOf } from './parts';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const CLOCK = /^(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?$/;
const FIRST_YEAR = 1000;
const EXAMPLE = { date: '2026-11-28', time: '14:30', datetime: '2026-11-28T14:30' };

/** A day between the question's limits, which the server tells as days. */
export function dateAnswer(value: unknown, { minimum, maximum }: VerdictQuestion): Answer {
  const day = typeof value === 'string' ? strip(value) : '';
  if (!isDay(day)) return fault('date', { example: EXAMPLE.date });
  if (typeof minimum === 'string' && day < minimum) return fault('date_least', { limit: minimum });
  if (typeof maximum === 'string' && day > maximum) return fault('date_most', { limit: maximum });
  return { value: day };
}

function isDay(text: string): boolean {
  const found = DAY.exec(text);
  if (!found) return false;
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year, month - 1, day);
  return year >= FIRST_YEAR && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

export function timeAnswer(value: unknown, { minimum, maximum }: VerdictQuestion): Answer {
  const text = typeof value === 'string' ? strip(value) : '';
  if (!CLOCK.test(text)) return fault('time', { example: EXAMPLE.time });
  const clock = text.slice(0, 5);
  if (typeof minimum === 'string' && clock < minimum)
    return fault('time_least', { limit: minimum });
  if (typeof maximum === 'string' && clock > maximum) return fault('time_most', { limit: maximum });
  return { value: clock };
}

const MOMENT =
  /^(\d{4}-\d{2}-\d{2})[T ]((?:[01]\d|2[0-3]):[0-5]\d)(?::([0-5]\d)(?:\.\d{3}(?:\d{3})?)?)?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/;

// ISO 8601 has more ways to write a time; the server reads some.
const OTHER_MOMENT = /^\d{4}-\d{2}-\d{2}.(?!2[4-9]|[3-9])\d/;

/** A point in time, and the zone in which a person thinks of it. */
export function datetimeAnswer(value: unknown, question: VerdictQuestion): Answer {
  if (!isRecord(value)) return fault('group');
  const at = partOf(value, 'at', momentPart);
  const zone =
    'zone' in value ? partOf(value, 'zone', zonePart) : { value: question.zone ?? 'UTC' };
  const faults = [at, zone, exceptExtra(value, ['at', 'zone'])].flatMap(
    (each) => each.faults ?? [],
  );
  const doubt = at.doubt ?? zone.doubt;
  if (faults.length > 0) return { faults, doubt };
  if (doubt) return { doubt };
  return inZone(String(at.value), String(zone.value));
}

function momentPart(value: unknown): Answer {
  const text = typeof value === 'string' ? strip(value) : '';
  const found = MOMENT.exec(text);
  if (found && isDay(found[1] ?? '')) return { value: text };
  const isLike = OTHER_MOMENT.test(text) && text.length >= 16 && isDay(text.slice(0, 10));
  return isLike && !found
    ? { doubt: 'datetime' }
    : fault('datetime', { example: EXAMPLE.datetime });
}

function zonePart(value: unknown): Answer {
  if (typeof value !== 'string') return fault('zone');
  const known = zoneKnown(value);
  if (known === null) return { doubt: 'zone' };
  return known ? { value } : fault('zone');
}

function inZone(text: string, zone: string): Answer {
  const [, day, clock, seconds = '00', offset] = MOMENT.exec(text) ?? [];
  const wall = Date.parse(`${day}T${clock}:${seconds}Z`);
  const utc = offset ? wall - offsetMinutes(offset) * 60_000 : localToUtc(wall, zone);
  if (utc === null) return fault('datetime_skipped');
  const ahead = offsetAt(utc, zone);
  if (ahead % 60 !== 0) return { doubt: 'datetime' }; // before zones were
  const local = new Date(utc + ahead * 1000);
  if (local.getUTCFullYear() < FIRST_YEAR || local.getUTCFullYear() > 9999)
    return { doubt: 'datetime' };
  return { value: { at: local.toISOString().slice(0, 19) + writtenOffset(ahead), zone } };
}

function offsetMinutes(offset: string): number {
  if (offset === 'Z') return 0;
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}
