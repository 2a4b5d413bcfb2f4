import { number, plural } from './plural';
import { speak } from '../languages';
import { clockTime, duration, exactTime, longDate, relativeTime } from './time';

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

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const after = (seconds: number, spoken?: { language: 'de'; justNow: string }) =>
  relativeTime(new Date(MOMENT.getTime() + seconds * 1000), MOMENT, spoken);

test.each([
  [1, 'now'],
  [3, 'in 3 seconds'],
  [59.7, 'in 1 minute'],
  [89, 'in 1 minute'],
  [91, 'in 2 minutes'],
  [59 * MINUTE + 29, 'in 59 minutes'],
  [59 * MINUTE + 40, 'in 1 hour'],
  [4 * HOUR - MINUTE, 'in 4 hours'],
  [23 * HOUR + 40 * MINUTE, 'in 1 day'],
  [7 * DAY - 1, 'in 7 days'],
  [29 * DAY + 13 * HOUR, 'in 1 month'],
  [350 * DAY, 'in 1 year'],
  [365 * DAY, 'in 1 year'],
  [700 * DAY, 'in 2 years'],
])('what comes in %d seconds comes “%s”', (seconds, said) => {
  expect(after(seconds)).toBe(said);
});

test.each([
  [0, 'just now'],
  [2, 'just now'],
  [59, '59 seconds ago'],
  [60, '1 minute ago'],
  [HOUR - 1, '59 minutes ago'],
  [4 * HOUR - MINUTE, '3 hours ago'],
  [7 * DAY - 1, '6 days ago'],
  [362 * DAY, '1 year ago'],
  [700 * DAY, '1 year ago'],
])('what was %d seconds ago was “%s”', (seconds, said) => {
  expect(after(-seconds)).toBe(said);
});

test('German has the same edges', () => {
  const spoken = { language: 'de', justNow: 'gerade eben' } as const;
  expect(after(HOUR - 10, spoken)).toBe('in 1 Stunde');
  expect(after(-HOUR + 10, spoken)).toBe('vor 59 Minuten');
});
