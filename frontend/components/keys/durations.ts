const HOUR = 3_600_000;
const DAY = 24 * HOUR;

type Choice<Value extends string = string> = { value: Value; milliseconds: number | null };

export type Lifetime = 'month' | 'quarter' | 'year' | 'never';
export type Overlap = 'hour' | 'day' | 'week' | 'none';

/** How long a new key or client lives. */
export const LIFETIMES: Choice<Lifetime>[] = [
  { value: 'month', milliseconds: 30 * DAY },
  { value: 'quarter', milliseconds: 90 * DAY },
  { value: 'year', milliseconds: 365 * DAY },
  { value: 'never', milliseconds: null },
];

/** How long the former secret stays good after a rotation. */
export const OVERLAPS: Choice<Overlap>[] = [
  { value: 'hour', milliseconds: HOUR },
  { value: 'day', milliseconds: DAY },
  { value: 'week', milliseconds: 7 * DAY },
  { value: 'none', milliseconds: null },
];

/** The choices as a select shows them. */
export function optionsOf<Value extends string>(
  choices: Choice<Value>[],
  labels: Record<Value, string>,
) {
  return choices.map(({ value }) => ({ value, label: labels[value] }));
}

/** The moment that a choice means when it is made now; null for no moment. */
export function momentOf(choices: Choice[], value: string, now = Date.now()): string | null {
  const found = choices.find((choice) => choice.value === value)?.milliseconds ?? null;
  return found === null ? null : new Date(now + found).toISOString();
}
