import { share, span } from './measures';
import { axisLabel, clocksChange, pieceLabel } from './moments';

const BERLIN = 'Europe/Berlin';
const hour = (start: string) => ({
  start,
  end: new Date(Date.parse(start) + 3_600_000).toISOString(),
});

test('an hour that comes twice is told apart by how far it is from UTC', () => {
  const pieces = [hour('2026-10-25T00:00:00Z'), hour('2026-10-25T01:00:00Z')];
  expect(clocksChange(pieces, BERLIN)).toBe(true);
  const labels = pieces.map((piece) => pieceLabel(piece, 'hour', BERLIN, true));
  expect(labels[0]).toBe('25 Oct, 02:00–02:00 (UTC+02:00)');
  expect(labels[1]).toBe('25 Oct, 02:00–03:00 (UTC+01:00)');
});

test('a day is the day of the reader, also where it begins at another hour of UTC', () => {
  const day = { start: '2026-03-28T23:00:00Z', end: '2026-03-29T22:00:00Z' };
  expect(axisLabel(day.start, 'day', BERLIN)).toBe('29 Mar');
  expect(pieceLabel(day, 'day', BERLIN)).toBe('Sun 29 Mar');
  expect(axisLabel('2026-11-24T04:30:00Z', 'hour', 'Asia/Kolkata')).toBe('10:00');
});

test('without a change of clocks nothing is said of it', () => {
  expect(clocksChange([hour('2026-11-24T00:00:00Z'), hour('2026-11-24T05:00:00Z')], BERLIN)).toBe(
    false,
  );
  expect(clocksChange([], BERLIN)).toBe(false);
});

test.each([
  [0.34, '340ms'],
  [2.44, '2.4s'],
  [90, '90s'],
  [600, '10m'],
  [null, '–'],
])('%s seconds are told as %s', (seconds, told) => {
  expect(span(seconds)).toBe(told);
});

test('a share is never rounded up to all of it', () => {
  expect(share(0.9999)).toBe('99.9%');
  expect(share(1)).toBe('100%');
  expect(share(null)).toBe('–');
});
