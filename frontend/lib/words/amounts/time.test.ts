import { number, plural } from './plural';
import { speak } from '../languages';
import { clockTime, duration, exactTime, longDate } from './time';

const MOMENT = new Date('2026-11-24T13:32:07Z');

afterEach(() => speak('en'));

test('times are said in the language and the zone of the person', () => {
  speak('en', 'Asia/Tokyo');
  expect(exactTime(MOMENT)).toBe('24 Nov 2026, 22:32:07');
  expect(clockTime(MOMENT)).toBe('22:32:07');
  speak('de', 'America/Los_Angeles');
  expect(exactTime(MOMENT)).toBe('24. Nov. 2026, 05:32:07');
  expect(longDate(MOMENT)).toBe('24. November 2026');
});

test('a clock that is set forward shows it', () => {
  speak('en', 'Europe/Berlin');
  expect(clockTime(new Date('2026-03-29T00:59:59Z'))).toBe('01:59:59');
  expect(clockTime(new Date('2026-03-29T01:00:00Z'))).toBe('03:00:00');
});

test('numbers are written as the language writes them', () => {
  expect([number(12_345.5), duration(2_400)]).toEqual(['12,345.5', '2.4 s']);
  speak('de');
  expect([number(12_345.5), duration(2_400)]).toEqual(['12.345,5', '2,4 s']);
  expect(plural(1, { one: 'eine', other: 'viele' })).toBe('eine');
});
