import { globSync, readFileSync } from 'node:fs';

/** What the form and the tracking page are drawn with. */
const FILES = globSync([
  'components/{public-form,tracking}/**/*.css',
  'components/ui/{barcode,light-frame,phrase,relative-time,route-line,sheet,state-mark}/*.css',
  'styles/*.css',
]);

const PHYSICAL =
  /^\s*(?:(?:margin|padding|border)-(?:left|right)\b|(?:left|right):|(?:text-align|float): (?:left|right))/;

test('there are styles to look at', () => {
  expect(FILES.length).toBeGreaterThan(6);
});

test.each(FILES)('%s names no left and no right, so it turns with the writing', (file) => {
  const lines = readFileSync(file, 'utf8').split('\n');
  expect(lines.filter((line) => PHYSICAL.test(line))).toEqual([]);
});
