import { number, plural } from './plural';

test('one thing and many things are said differently', () => {
  const say = (count: number) => plural(count, { one: 'a key', other: `${count} keys` });
  expect([0, 1, 2].map(say)).toEqual(['0 keys', 'a key', '2 keys']);
});

test('a form that a language leaves out is the general one', () => {
  expect(plural(1, { other: 'keys' })).toBe('keys');
});

test('numbers are grouped', () => {
  expect(number(1234567)).toBe('1,234,567');
});
