import { shortNameOf } from './short-name';

test.each([
  ['Our ERP', 'our-erp'],
  ['Büro & Lager (Wien)', 'buro-lager-wien'],
  ['Straße 7', 'strasse-7'],
  ['مرحبا', ''],
  ['🚚', ''],
  ['a'.repeat(10_000), 'a'.repeat(50)],
  [`${'a'.repeat(49)} b`, 'a'.repeat(49)],
])('%p becomes %p', (name, short) => {
  expect(shortNameOf(name)).toBe(short);
});
