/**
 * Prints the gzipped JavaScript that each route loads first, and fails when the public form is over
 * its budget. Reads what `next build` wrote. `--json` prints kilobytes by route for programs.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const BUDGETS_KB = { '/f/[slug]': 220 };
const OUTPUT = join(import.meta.dirname, '..', '.next');

const manifest = read();
const shared = manifest.pages['/_app'];
const routes = Object.keys(manifest.pages).filter((route) => !route.startsWith('/_'));
const sizes = Object.fromEntries(routes.sort().map((route) => [route, kilobytes(route)]));
const over = Object.entries(BUDGETS_KB).filter(([route, budget]) => !(sizes[route] <= budget));

if (process.argv.includes('--json')) {
  console.log(JSON.stringify(sizes));
} else {
  for (const [route, size] of Object.entries(sizes)) console.log(line(route, size));
}
for (const [route, budget] of over) {
  console.error(
    `${route} loads ${sizes[route] ?? 'no'} kB of JavaScript; its budget is ${budget} kB.`,
  );
}
process.exitCode = over.length > 0 ? 1 : 0;

function read() {
  try {
    return JSON.parse(readFileSync(join(OUTPUT, 'build-manifest.json'), 'utf8'));
  } catch {
    console.error('There is no build to measure. Run `npm run build` first.');
    process.exit(1);
  }
}

function kilobytes(route) {
  const scripts = new Set(
    [...shared, ...manifest.pages[route]].filter((file) => file.endsWith('.js')),
  );
  const bytes = [...scripts].map((file) => gzipSync(readFileSync(join(OUTPUT, file))).length);
  return Number((bytes.reduce((sum, size) => sum + size, 0) / 1000).toFixed(1));
}

function line(route, size) {
  const budget = BUDGETS_KB[route];
  return `${route.padEnd(20)} ${size.toFixed(1).padStart(7)} kB${budget ? `  of ${budget} kB` : ''}`;
}
