import { slugOf } from './slug-of';

test.each([
  ['Café Müller & Co', 'cafe-muller-co'],
  ['  Händler  2026 ', 'handler-2026'],
  ['Straße', 'strasse'],
  ['🚚📦', ''],
  ['שלום', ''],
  ['', ''],
])('%s becomes “%s”', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

test('however long a name is, its slug fits', () => {
  expect(slugOf('long name '.repeat(1000))).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  expect(slugOf('x'.repeat(10_000))).toHaveLength(50);
});
