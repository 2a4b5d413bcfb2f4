import type { Draft } from '../../model/draft';
import { addStep } from './edit';
import { isReadOnlyBy, mayNeed, skippedWith, withoutStep } from './order';

const drawn = (needs: Record<string, string[]>): Draft => ({
  workflow: 'order',
  name: 'Order',
  form: { fields: {} },
  steps: Object.fromEntries(
    Object.entries(needs).map(([key, each]) => [key, { use: 'a/b', needs: each }]),
  ),
});
const needsOf = ({ steps }: Draft) =>
  Object.fromEntries(Object.entries(steps).map(([key, step]) => [key, step.needs]));

test('a step cannot wait for one that waits for it, however far', () => {
  const { steps } = drawn({ a: [], b: ['a'], c: ['b'], d: [] });
  expect(mayNeed(steps, 'a')).toEqual(['d']);
  expect(mayNeed(steps, 'c')).toEqual(['a', 'b', 'd']);
});

test('steps in a circle end the search, and are offered to nobody inside', () => {
  const { steps } = drawn({ a: ['b'], b: ['a'], c: [] });
  expect(mayNeed(steps, 'a')).toEqual(['c']);
});

test('a step is skipped with another when all that it needs is', () => {
  const { steps } = drawn({ a: [], b: ['a'], c: ['b'], d: ['a', 'x'], x: [], e: ['b', 'c'] });
  expect(skippedWith(steps, 'a')).toEqual(['b', 'c', 'e']);
});

test('a removed step leaves nobody waiting for it', () => {
  const bridged = drawn({ a: [], x: [], b: ['a', 'x'], c: ['b', 'a'], d: ['b'] });
  withoutStep(bridged, 'b', true);
  expect(needsOf(bridged)).toEqual({ a: [], x: [], c: ['a', 'x'], d: ['a', 'x'] });
  const freed = drawn({ a: [], b: ['a'], c: ['b', 'a'], d: ['b'] });
  withoutStep(freed, 'b', false);
  expect(needsOf(freed)).toEqual({ a: [], c: ['a'], d: undefined });
});

test('what is known by another way needs no question', () => {
  const draft = drawn({ a: [], b: ['a'], c: ['a'], d: ['a', 'b'] });
  for (const step of [draft.steps.c, draft.steps.d]) if (step) step.when = 'has(steps.a)';
  expect(isReadOnlyBy(draft, 'c', 'a')).toBe(true);
  expect(isReadOnlyBy(draft, 'd', 'a')).toBe(false);
  expect(isReadOnlyBy(draft, 'd', 'b')).toBe(false);
});

test('a new step behind one that is not there waits for nothing', () => {
  const draft = drawn({ a: [] });
  expect(addStep(draft, 'erp/party.upsert', 'gone')).toBe('party');
  expect(draft.steps.party).toEqual({ use: 'erp/party.upsert' });
});
