import { retryOf, scheduleOf, spanOf } from './retry';

test('the usual policy ends with the three days of a step', () => {
  const { first, last, total, tries } = scheduleOf(retryOf(undefined));
  expect({ first, last, total, tries }).toEqual({
    first: [5, 15, 45],
    last: 86_400,
    total: 3 * 86_400,
    tries: 14,
  });
});

test('waits are no shorter than a second and no longer than the cap', () => {
  const written = { base_seconds: 0.2, factor: 10, cap_seconds: 30, max_tries: 5 };
  expect(scheduleOf(retryOf(written))).toEqual({
    first: [1, 2, 20],
    last: 30,
    total: 53,
    tries: 5,
  });
});

test('one try has no wait, and what is no number is as usual', () => {
  expect(scheduleOf(retryOf({ max_tries: 1 })).first).toEqual([]);
  expect(retryOf({ factor: '${{ 1 }}' }).factor).toBe(3);
});

test.each([
  [45, { unit: 'second', count: 45 }],
  [60, { unit: 'minute', count: 1 }],
  [135, { unit: 'minute', count: 2.3 }],
  [3645, { unit: 'hour', count: 1.1 }],
  [10_935, { unit: 'hour', count: 3.1 }],
  [86_400, { unit: 'day', count: 1 }],
])('%d seconds', (seconds, span) => {
  expect(spanOf(seconds)).toEqual(span);
});
