import { merge } from './merge';

const base = { name: 'Order', fields: { a: { label: 'A' }, b: { label: 'B' } }, list: [1, 2] };

test('changes of two places are put together', () => {
  const mine = { ...base, name: 'Orders' };
  const theirs = { ...base, fields: { a: { label: 'A' }, b: { label: 'Bee' }, c: { label: 'C' } } };
  expect(merge(base, mine, theirs)).toEqual({
    value: { ...theirs, name: 'Orders' },
    clashes: [],
  });
});

test('one place that both changed is a clash, and nothing of either is lost', () => {
  const mine = { ...base, name: 'Mine', list: [1] };
  const theirs = { ...base, name: 'Theirs' };
  const { value, clashes } = merge(base, mine, theirs);
  expect(value).toEqual(mine);
  expect(clashes).toEqual([{ path: ['name'], mine: 'Mine', theirs: 'Theirs' }]);
});

test('what one removed and the other changed is a clash; what only one removed is gone', () => {
  const without = { ...base, fields: { a: { label: 'A' } } };
  const edited = { ...base, fields: { a: { label: 'A' }, b: { label: 'Bee' } } };
  expect(merge(base, without, base).value).toEqual(without);
  expect(merge(base, without, edited).clashes).toEqual([
    { path: ['fields', 'b'], mine: undefined, theirs: { label: 'Bee' } },
  ]);
});

test('the order of whoever moved something stays, with what the other added at its place', () => {
  const moved = { ...base, fields: { b: { label: 'B' }, a: { label: 'A' } } };
  const added = { ...base, fields: { a: { label: 'A' }, new: { label: 'N' }, b: { label: 'B' } } };
  expect(Object.keys((merge(base, moved, added).value as typeof base).fields)).toEqual([
    'b',
    'a',
    'new',
  ]);
});
