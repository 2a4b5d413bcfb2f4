import { largestBody } from './body-size';

test('more is passed on than the API takes', () => {
  expect(largestBody('2097152')).toBe(3 * 1024 * 1024);
});

test.each([undefined, '', '10 MB', '-1', '1e9'])('%s stands for the default', (given) => {
  expect(largestBody(given)).toBe(11 * 1024 * 1024);
});
