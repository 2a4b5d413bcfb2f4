/** What holds where a step says nothing, and what is possible: `RetryPolicy` of the backend. */
export const BOUNDS = {
  base_seconds: { least: 0, most: 3600, usual: 5 },
  factor: { least: 1, most: 10, usual: 3 },
  cap_seconds: { least: 0, most: 86_400, usual: 86_400 },
  max_tries: { least: 1, most: 100, usual: 14 },
} as const;

export type Part = keyof typeof BOUNDS;
export type Retry = Record<Part, number>;

/** A step ends after this, whatever its tries. */
export const DEADLINE_SECONDS = 3 * 86_400;
const SHOWN = 3;

export function retryOf(written: Readonly<Record<string, unknown>> | undefined): Retry {
  const read = (part: Part) => {
    const value = written?.[part];
    return typeof value === 'number' ? value : BOUNDS[part].usual;
  };
  return {
    base_seconds: read('base_seconds'),
    factor: read('factor'),
    cap_seconds: read('cap_seconds'),
    max_tries: read('max_tries'),
  };
}

/** `first`: the longest of the first waits; `last`: of the last one; `total`: of all together. */
export type Schedule = { first: number[]; last: number | null; total: number; tries: number };

/** Each wait is random, and at most this long. */
export function scheduleOf({ base_seconds, factor, cap_seconds, max_tries }: Retry): Schedule {
  const waits: number[] = [];
  let total = 0;
  for (let at = 0; at < max_tries - 1 && total < DEADLINE_SECONDS; at += 1) {
    const wait = Math.max(1, Math.min(cap_seconds, base_seconds * factor ** at));
    waits.push(wait);
    total += wait;
  }
  return {
    first: waits.slice(0, SHOWN),
    last: waits.length > SHOWN ? (waits.at(-1) ?? null) : null,
    total: Math.min(total, DEADLINE_SECONDS),
    tries: max_tries,
  };
}

const UNITS = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3600 },
  { unit: 'minute', seconds: 60 },
] as const;

export type Span = { unit: 'day' | 'hour' | 'minute' | 'second'; count: number };

/** In the largest unit that fits, rounded up: it stays true that it is at most this long. */
export function spanOf(seconds: number): Span {
  const found = UNITS.find((each) => seconds >= each.seconds);
  if (!found) return { unit: 'second', count: Math.ceil(seconds) };
  return { unit: found.unit, count: Math.ceil((seconds / found.seconds) * 10) / 10 };
}
