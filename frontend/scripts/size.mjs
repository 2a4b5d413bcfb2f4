/**
 * Prints the gzipped JavaScript that each route loads first, and fails when one is over its
 * budget. Reads what `npm run build` wrote. `--json` prints kilobytes by route for programs.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Pages with a script of their own, and none of Next.js. */
const LIGHT = {
  '/f/[slug]': 'form',
  '/t/[token]': 'tracking',
  '/workflows/[slug]/form': 'rehearsal',
};
const SCRIPTLESS = new Set(['/confirm/[token]']);
const EMBED = '/embed.js';
const BUDGETS_KB = { '/f/[slug]': 35, '/t/[token]': 35, [EMBED]: 5 };
const ROOT = join(import.meta.dirname, '..');
const OUTPUT = join(ROOT, '.next');
const PUBLIC = join(ROOT, 'public');

const manifest = read(join(OUTPUT, 'build-manifest.json'));
const light = read(join(PUBLIC, 'light', 'manifest.json'));
const shared = manifest.pages['/_app'];
const routes = Object.keys(manifest.pages).filter((route) => !route.startsWith('/_'));
const sizes = Object.fromEntries(
  [...routes, EMBED].sort().map((route) => [route, kilobytes(route)]),
);
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

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    console.error('There is no build to measure. Run `npm run build` first.');
    process.exit(1);
  }
}

function scripts(route) {
  if (SCRIPTLESS.has(route)) return [];
  if (route === EMBED) return [join(PUBLIC, EMBED)];
  const own = light[LIGHT[route]];
  if (own) return [own.script, ...own.preload].map((path) => join(PUBLIC, path));
  const files = new Set([...shared, ...manifest.pages[route]]);
  return [...files].filter((file) => file.endsWith('.js')).map((file) => join(OUTPUT, file));
}

function kilobytes(route) {
  const bytes = scripts(route).map((file) => gzipSync(readFileSync(file)).length);
  return Number((bytes.reduce((sum, size) => sum + size, 0) / 1000).toFixed(1));
}

function line(route, size) {
  const budget = BUDGETS_KB[route];
  return `${route.padEnd(20)} ${size.toFixed(1).padStart(7)} kB${budget ? `  of ${budget} kB` : ''}`;
}
