import { alike, isRecord } from './alike';

/** A place that both changed, each in another way; `undefined`: removed. */
export type Clash = { path: string[]; mine: unknown; theirs: unknown };
export type Merged = { value: unknown; clashes: Clash[] };

/**
 * What two people made of `base`, put together. Objects are merged key by key, everything else is
 * one value. Where both changed one value, the result has mine, and the clash is told.
 */
export function merge(base: unknown, mine: unknown, theirs: unknown): Merged {
  const clashes: Clash[] = [];
  return { value: merged([], base, mine, theirs, clashes), clashes };
}

function merged(
  path: string[],
  base: unknown,
  mine: unknown,
  theirs: unknown,
  clashes: Clash[],
): unknown {
  if (alike(mine, theirs) || alike(base, theirs)) return mine;
  if (alike(base, mine)) return theirs;
  if (isRecord(mine) && isRecord(theirs)) {
    const from = isRecord(base) ? base : {};
    const found = keysInOrder(from, mine, theirs).map((key): [string, unknown] => [
      key,
      merged([...path, key], from[key], mine[key], theirs[key], clashes),
    ]);
    return Object.fromEntries(found.filter(([, value]) => value !== undefined));
  }
  clashes.push({ path, mine, theirs });
  return mine;
}

/** The order of the one who moved something, and what the other added behind what it followed. */
function keysInOrder(
  base: Record<string, unknown>,
  mine: Record<string, unknown>,
  theirs: Record<string, unknown>,
): string[] {
  const moved = !sameOrder(base, mine);
  const [first, second] = moved ? [mine, theirs] : [theirs, mine];
  const keys = Object.keys(first);
  let last = -1;
  for (const key of Object.keys(second)) {
    const at = keys.indexOf(key);
    if (at >= 0) last = at;
    else keys.splice((last += 1), 0, key);
  }
  return keys;
}

function sameOrder(base: Record<string, unknown>, other: Record<string, unknown>): boolean {
  const kept = Object.keys(base).filter((key) => key in other);
  return alike(
    kept,
    Object.keys(other).filter((key) => key in base),
  );
}
