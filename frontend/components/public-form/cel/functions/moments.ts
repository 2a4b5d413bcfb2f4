import { create } from '@bufbuild/protobuf';
import {
  DurationSchema,
  TimestampSchema,
  type Duration,
  type Timestamp,
} from '@bufbuild/protobuf/wkt';
import { localToUtc, offsetAt } from '@/lib/zones/zones';
import { Failed, Unsure } from '../failures';

/** Points in time: to the microsecond, in the years 1 to 9999. */

const [FIRST, LAST] = [-62_135_596_800n, 253_402_300_799n];
const DAY = 86_400_000;

export const moment = (seconds: bigint, nanos = 0): Timestamp => {
  if (seconds < FIRST || seconds > LAST) throw new Failed('out of range');
  return create(TimestampSchema, { seconds, nanos: nanos - (nanos % 1000) });
};

const RFC3339 =
  /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?([Zz]|[+-]\d\d:\d\d)$/;

export function momentRead(text: string): Timestamp {
  const found = RFC3339.exec(text);
  if (!found) throw new Failed('no point in time');
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number) as Numbers;
  const offset = /^[Zz]$/.test(found[8] ?? '') ? 0 : fixed(found[8] ?? '');
  if (offset === null) throw new Failed('no point in time');
  const wall = wallOf([year, month, day, hour, minute, second]);
  const nanos = Number((found[7] ?? '').padEnd(9, '0').slice(0, 9));
  return moment(BigInt(wall / 1000 - offset), nanos);
}

export type Numbers = [number, number, number, number, number, number];

/** What clocks show, in milliseconds as if it were UTC. */
export function wallOf([year, month, day, hour, minute, second]: Numbers): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!exists || year < 1 || year > 9999 || hour > 23 || minute > 59 || second > 59)
    throw new Failed('no such time');
  return date.getTime() + ((hour * 60 + minute) * 60 + second) * 1000;
}

const fraction = (nanos: number): string => {
  const digits = String(Math.trunc(Math.abs(nanos) / 1000))
    .padStart(6, '0')
    .replace(/0+$/, '');
  return digits && `.${digits}`;
};

export const momentWrite = ({ seconds, nanos }: Timestamp): string =>
  `${new Date(Number(seconds) * 1000).toISOString().slice(0, 19)}${fraction(nanos)}Z`;

export function durationWrite({ seconds, nanos }: Duration): string {
  const sign = seconds < 0n || nanos < 0 ? '-' : '';
  return `${sign}${seconds < 0n ? -seconds : seconds}${fraction(nanos)}s`;
}

export const isDuration = (message: { $typeName: string }): message is Duration =>
  message.$typeName === DurationSchema.typeName;

/** Seconds of an offset such as `+02:00`; null where it is none. */
function fixed(zone: string): number | null {
  const found = /^([+-]?)(\d\d):(\d\d)$/.exec(zone);
  if (!found) return null;
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  return minutes < 24 * 60 ? (found[1] === '-' ? -60 : 60) * minutes : null;
}

/** A zone that this browser does not know is left to the server, which knows all. */
function inZone<T>(compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    throw error instanceof RangeError ? new Unsure('time zone') : error;
  }
}

export function localOf(at: Timestamp, zone: string): Date {
  const utc = Number(at.seconds) * 1000;
  const offset = fixed(zone) ?? inZone(() => offsetAt(utc, zone));
  const local = new Date(utc + offset * 1000);
  if (local.getTime() / 1000 < FIRST || local.getTime() / 1000 > LAST) throw new Failed('range');
  return local;
}

/** Where clocks are set forward past this, as if they had not been yet. */
export function fromLocal(wall: number, zone: string, nanos = 0): Timestamp {
  const offset = fixed(zone);
  const utc =
    offset !== null
      ? wall - offset * 1000
      : inZone(() => localToUtc(wall, zone) ?? wall - offsetAt(wall - DAY, zone) * 1000);
  return moment(BigInt(utc / 1000), nanos);
}

export function startOfDay(at: Timestamp, zone: string): Timestamp {
  const local = localOf(at, zone).getTime();
  return fromLocal(Math.floor(local / DAY) * DAY, zone);
}

const MOST = 4_000_000n;

export function addDays(at: Timestamp, days: bigint, zone: string): Timestamp {
  if (days > MOST || days < -MOST) throw new Failed('out of range');
  return fromLocal(localOf(at, zone).getTime() + Number(days) * DAY, zone, at.nanos);
}

export function addMonths(at: Timestamp, months: bigint, zone: string): Timestamp {
  if (months > MOST || months < -MOST) throw new Failed('out of range');
  const local = localOf(at, zone);
  const count = local.getUTCFullYear() * 12 + local.getUTCMonth() + Number(months);
  const [year, month] = [Math.floor(count / 12), ((count % 12) + 12) % 12];
  if (year < 1 || year > 9999) throw new Failed('out of range');
  const last = new Date(0);
  last.setUTCFullYear(year, month + 1, 0);
  const day = Math.min(local.getUTCDate(), last.getUTCDate());
  const time = ((local.getTime() % DAY) + DAY) % DAY;
  return fromLocal(wallOf([year, month + 1, day, 0, 0, 0]) + time, zone, at.nanos);
}

/** The parts of a point in time: `getFullYear`, `getHours` … */
export const PARTS: Record<string, (local: Date, nanos: number) => number> = {
  getFullYear: (local) => local.getUTCFullYear(),
  getMonth: (local) => local.getUTCMonth(),
  getDate: (local) => local.getUTCDate(),
  getDayOfMonth: (local) => local.getUTCDate() - 1,
  getDayOfWeek: (local) => local.getUTCDay(),
  getDayOfYear: (local) => Math.floor((local.getTime() - yearStart(local)) / DAY),
  getHours: (local) => local.getUTCHours(),
  getMinutes: (local) => local.getUTCMinutes(),
  getSeconds: (local) => local.getUTCSeconds(),
  getMilliseconds: (_, nanos) => Math.trunc(nanos / 1_000_000),
};

const yearStart = (local: Date): number => wallOf([local.getUTCFullYear(), 1, 1, 0, 0, 0]);

export const partOf = (name: string, at: Timestamp, zone = 'UTC'): bigint =>
  BigInt(PARTS[name]?.(localOf(at, zone), at.nanos) ?? 0);
