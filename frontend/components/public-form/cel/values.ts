import { isCelList, isCelMap, type CelInput } from '@bufbuild/cel';
import { isReflectMessage } from '@bufbuild/protobuf/reflect';
import type { Duration, Timestamp } from '@bufbuild/protobuf/wkt';
import { Failed, Unsure } from './failures';
import { durationWrite, isDuration, momentWrite } from './functions/moments';

/** Answers as the library takes them. A form has no binary fractions: every number is whole. */
export function toInput(value: unknown): CelInput {
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map(toInput);
  if (typeof value !== 'object' || value === null) return value as CelInput;
  return new Map(Object.entries(value).map(([key, part]) => [key, toInput(part)]));
}

/** What an expression gives, as JSON; points in time and durations as text. */
export function toJson(value: unknown): unknown {
  switch (typeof value) {
    case 'string':
      return whole(value);
    case 'boolean':
      return value;
    case 'bigint':
      if (!Number.isSafeInteger(Number(value))) throw new Unsure('a number beyond 2^53');
      return Number(value);
    case 'number':
      if (!Number.isFinite(value)) throw new Failed('infinite, or no number');
      return value;
  }
  if (value === null) return null;
  if (isCelList(value)) return [...value].map(toJson);
  if (isCelMap(value))
    return Object.fromEntries([...value].map(([key, part]) => [named(key), toJson(part)]));
  if (isReflectMessage(value)) {
    const message = value.message as Duration | Timestamp;
    return isDuration(message) ? durationWrite(message) : momentWrite(message as Timestamp);
  }
  throw new Failed('it cannot be sent');
}

function named(key: unknown): string {
  if (typeof key !== 'string') throw new Failed('a key is a text');
  return whole(key);
}

function whole(text: string): string {
  if (text.includes('\0') || !text.isWellFormed()) throw new Failed('not to be stored');
  return text;
}
