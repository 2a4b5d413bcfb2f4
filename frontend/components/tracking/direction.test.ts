import { readFileSync } from 'node:fs';
import { globSync } from 'node:fs';
import path from 'node:path';

/** What the tracking page is drawn with. */
const FILES = globSync(
  [
    'components/tracking/**/*.css',
    'components/ui/{barcode,error-notice,live-region,relative-time,route-line,sheet,skeleton,state-mark}/*.css',
    'components/layouts/{public-layout,skip-link}.module.css',
  ],
  { cwd: process.cwd() },
);

const PHYSICAL =
  /^\s*(?:(?:margin|padding|border)-(?:left|right)\b|(?:left|right):|(?:text-align|float): (?:left|right))/;

test('there are styles to look at', () => {
  expect(FILES.length).toBeGreaterThan(6);
});

test.each(FILES)('%s names no left and no right, so it turns with the writing', (file) => {
  const lines = readFileSync(path.join(process.cwd(), file), 'utf8').split('\n');
  expect(lines.filter((line) => PHYSICAL.test(line))).toEqual([]);
});
