import { fileSize } from './file-size';

test.each([
  [1, 'en', '1\u00a0kB'],
  [12 * 1024, 'en', '12\u00a0kB'],
  [3.45 * 1024 ** 2, 'de', '3,5\u00a0MB'],
  [10 * 1024 ** 3, 'en', '10\u00a0GB'],
])('%d bytes in %s', (bytes, language, told) => {
  expect(fileSize(bytes, language)).toBe(told);
});
