/**
 * Prints the gzipped JavaScript that each route loads first, and fails when the public form is over
 * its budget. Reads what `npm run build` wrote. `--json` prints kilobytes by route for programs.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const FORM = '/f/[slug]';
const BUDGETS_KB = { [FORM]: 35 };
const ROOT = join(import.meta.dirname, '..');
const OUTPUT = join(ROOT, '.next');
const PUBLIC = join(ROOT, 'public');

const manifest = read(join(OUTPUT, 'build-manifest.json'));
const form = read(join(PUBLIC, 'form', 'manifest.json'));
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

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    console.error('There is no build to measure. Run `npm run build` first.');
    process.exit(1);
  }
}

/** The public form has a script of its own, and none of Next.js. */
function scripts(route) {
  if (route === FORM) return [form.script, ...form.preload].map((path) => join(PUBLIC, path));
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
