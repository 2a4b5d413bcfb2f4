import { isCelList, isCelMap, type CelInput } from '@bufbuild/cel';
import { isReflectMessage } from '@bufbuild/protobuf/reflect';
import type { Duration, Timestamp } from '@bufbuild/protobuf/wkt';
import { Failed, Unsure } from './failures';
import { durationWrite, isDuration, momentWrite } from './functions/moments';

/** A record of answers, of which an expression reads a few: each is converted when it is read. */
class Answers extends Map<string, CelInput> {
  constructor(private readonly answers: Record<string, unknown>) {
    super();
  }

  override get size(): number {
    return Object.keys(this.answers).length;
  }

  override get(key: string): CelInput | undefined {
    const value = Object.hasOwn(this.answers, key) ? this.answers[key] : undefined;
    return value === undefined ? undefined : partOf(value);
  }

  override keys() {
    return Object.keys(this.answers).values();
  }

  override *entries(): MapIterator<[string, CelInput]> {
    for (const [key, value] of Object.entries(this.answers)) yield [key, partOf(value)];
  }

  override *values(): MapIterator<CelInput> {
    for (const value of Object.values(this.answers)) yield partOf(value);
  }

  override forEach(each: (value: CelInput, key: string, map: Map<string, CelInput>) => void): void {
    for (const [key, value] of this.entries()) each(value, key, this);
  }
}

const kept = new WeakMap<object, CelInput>();

/** Answers as the library takes them. A form has no binary fractions: every number is whole. */
export const toInput = (answers: Record<string, unknown>): CelInput => new Answers(answers);

/** What an answer consists of never changes: another answer is another object. */
function partOf(value: unknown): CelInput {
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : value;
  if (typeof value !== 'object' || value === null) return value as CelInput;
  const known = kept.get(value);
  if (known !== undefined) return known;
  const made = Array.isArray(value) ? value.map(partOf) : toInput(value as Record<string, unknown>);
  kept.set(value, made);
  return made;
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
