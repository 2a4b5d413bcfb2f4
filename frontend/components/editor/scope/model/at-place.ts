import { isRecord } from '../../model/alike';
import type { Place } from '../../store/place';

type Keys = (string | number)[];

/** The keys on the way to a place. A key may have dots in it, as parts of an address can. */
export function keysAt(whole: unknown, place: Place): Keys {
  const keys: Keys = [];
  let parts = place.split('.');
  let at: unknown = whole;
  while (parts.length > 0) {
    const length = isRecord(at) ? knownLength(at, parts) : 1;
    const key = parts.slice(0, length).join('.');
    keys.push(Array.isArray(at) ? Number(key) : key);
    at = Array.isArray(at) ? at[Number(key)] : isRecord(at) ? at[key] : undefined;
    parts = parts.slice(length);
  }
  return keys;
}

function knownLength(record: Record<string, unknown>, parts: readonly string[]): number {
  for (let length = parts.length; length > 1; length -= 1) {
    if (parts.slice(0, length).join('.') in record) return length;
  }
  return 1;
}

export const valueAt = (whole: unknown, place: Place): unknown =>
  keysAt(whole, place).reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    whole,
  );

/** Change a draft of immer: `undefined` takes the key away. Records on the way are made. */
export function setAt(whole: object, place: Place, value: unknown): void {
  const keys = keysAt(whole, place);
  const last = keys.pop();
  if (last === undefined) return;
  let at = whole;
  for (const key of keys) {
    const next: unknown = Reflect.get(at, key);
    if (typeof next !== 'object' || next === null) {
      if (value === undefined) return;
      Reflect.set(at, key, {});
    }
    at = Reflect.get(at, key) as object;
  }
  if (value !== undefined) Reflect.set(at, last, value);
  else if (Array.isArray(at)) at.splice(Number(last), 1);
  else Reflect.deleteProperty(at, last);
}
