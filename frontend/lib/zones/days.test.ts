import { dayOf, startOfDay } from './days';

test.each([
  ['2026-11-30', 0, 'Asia/Kathmandu', '2026-11-29T18:15:00.000Z'],
  ['2026-11-30', 1, 'Asia/Kathmandu', '2026-11-30T18:15:00.000Z'],
  ['2026-10-24', 1, 'Europe/Vienna', '2026-10-24T22:00:00.000Z'],
  ['2026-10-24', 2, 'Europe/Vienna', '2026-10-25T23:00:00.000Z'],
  ['2026-03-27', 1, 'Asia/Beirut', '2026-03-27T22:00:00.000Z'],
  // There, clocks go from 23:59:59 on to 01:00:00.
  ['2026-03-28', 1, 'Asia/Beirut', '2026-03-28T22:00:00.000Z'],
])('%s and %s days later begin in %s at %s', (day, later, zone, start) => {
  expect(startOfDay(day, later, zone)).toBe(start);
});

test.each(['Asia/Kathmandu', 'Europe/Vienna', 'Asia/Beirut', 'America/New_York', 'Pacific/Apia'])(
  'a day begins and ends as itself in %s',
  (zone) => {
    for (const day of ['2026-03-08', '2026-03-29', '2026-10-25', '2026-11-01', '2026-12-31']) {
      expect(dayOf(startOfDay(day, 0, zone), 0, zone)).toBe(day);
      expect(dayOf(startOfDay(day, 1, zone), -1, zone)).toBe(day);
    }
  },
);
