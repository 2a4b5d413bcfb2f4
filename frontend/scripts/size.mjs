/**
 * Prints the gzipped JavaScript that each route loads first, and fails when one is over its
 * budget, or the document of a page is. Reads what `npm run build` wrote. `--json` prints kilobytes by route for programs.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Of what a page loads beyond the framework, which is on every page of the console. */
const EDITOR = '/workflows/[slug]/edit';
const MOST_BEYOND_KB = 150;
/** With the framework, of a page of the console before anybody does something there. */
const MOST_OF_CONSOLE_KB = 195;
/** Forms with rules of their own, and the list with its table. */
const HEAVIER_KB = {
  '/alerts/routes': 235,
  '/connections/[slug]': 245,
  '/connections/new': 240,
  '/submissions': 230,
  '/submissions/[id]': 205,
  '/workflows/new': 295,
};
const CONSOLE = /^\/(overview|submissions|workflows|connections|callbacks|alerts|settings)(\/|$)/;
/** Its document, with the styles in it. */
const MOST_OF_DOCUMENT_KB = 38;
/** All that it may ever fetch, first or later. */
const MOST_OF_EDITOR_KB = 450;
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
const budgets = {
  ...BUDGETS_KB,
  ...Object.fromEntries(
    routes
      .filter((route) => CONSOLE.test(route) && route !== EDITOR && !LIGHT[route])
      .map((route) => [route, HEAVIER_KB[route] ?? MOST_OF_CONSOLE_KB]),
  ),
};
const documents = routes
  .filter((route) => CONSOLE.test(route) && !LIGHT[route])
  .map((route) => ({ route, size: zipped([join(OUTPUT, 'server', 'pages', `${route}.html`)]) }));
const large = documents.filter(({ size }) => !(size <= MOST_OF_DOCUMENT_KB));
const over = Object.entries(budgets).filter(([route, budget]) => !(sizes[route] <= budget));
const beyond = routes
  .filter((route) => !LIGHT[route] && !SCRIPTLESS.has(route))
  .map(beyondFramework);
const heavy = beyond.filter(({ size, most }) => !(size <= most));

if (process.argv.includes('--json')) {
  console.log(JSON.stringify(sizes));
} else {
  for (const [route, size] of Object.entries(sizes)) console.log(line(route, size));
  for (const { route, size, most } of beyond.filter((each) => each.route === EDITOR))
    console.log(`${route}: ${size} kB beyond the framework, all that it may fetch, of ${most} kB`);
}
for (const [route, budget] of over) {
  console.error(
    `${route} loads ${sizes[route] ?? 'no'} kB of JavaScript; its budget is ${budget} kB.`,
  );
}
for (const { route, size, most } of heavy) {
  console.error(`${route} loads ${size} kB beyond the framework; its budget is ${most} kB.`);
}
for (const { route, size } of large) {
  console.error(
    `The document of ${route} has ${size} kB; its budget is ${MOST_OF_DOCUMENT_KB} kB.`,
  );
}
process.exitCode = over.length + heavy.length + large.length > 0 ? 1 : 0;

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
  return zipped(scripts(route));
}

function beyondFramework(route) {
  const isEditor = route === EDITOR;
  const known = new Set([...scripts('/_app'), ...later('/_app')]);
  const files = new Set([...scripts(route), ...(isEditor ? later(route) : [])]);
  const size = zipped([...files].filter((file) => !known.has(file)));
  return { route, size, most: isEditor ? MOST_OF_EDITOR_KB : MOST_BEYOND_KB };
}

/** What a page imports once it needs it. */
function later(route) {
  const folder = join(OUTPUT, 'server', 'pages', route);
  const files = Object.values(read(join(folder, 'react-loadable-manifest.json')));
  const scripts = files.flatMap((each) => each.files).filter((file) => file.endsWith('.js'));
  return scripts.map((file) => join(OUTPUT, file));
}

function zipped(files) {
  const bytes = files.map((file) => gzipSync(readFileSync(file)).length);
  return Number((bytes.reduce((sum, size) => sum + size, 0) / 1000).toFixed(1));
}

function line(route, size) {
  const budget = budgets[route];
  return `${route.padEnd(20)} ${size.toFixed(1).padStart(7)} kB${budget ? `  of ${budget} kB` : ''}`;
}
