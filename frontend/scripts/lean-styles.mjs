/**
 * Leaves out of the first page the styles that nothing on it uses. `next build` writes all that the
 * application has into it, so that its first paint asks for nothing more; the page runs none of
 * Next's script, so no other element ever comes to it.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PurgeCSS } from 'purgecss';

const BUILT = join(import.meta.dirname, '..', '.next');
const PAGES = join(BUILT, 'server', 'pages');
/** What an image serves: `next build` has copied the pages there already. */
const STANDALONE = join(BUILT, 'standalone', '.next', 'server', 'pages');
/** The first page, without the demonstration and with it: `proxy.ts` chooses. */
const NAMES = ['index.html', 'with-demo.html'];
const STYLE = /(<style[^>]*>)([^]*?)(<\/style>)/g;
/** Set on the document by the script that chooses its colours, and not in its text. */
const DRAWN = ['data-mantine-color-scheme', 'dark', 'light'];

const kilobytes = (text) => `${(text.length / 1000).toFixed(1)} kB`;

for (const name of NAMES) {
  const page = join(PAGES, name);
  const html = readFileSync(page, 'utf8');
  const sheets = [...html.matchAll(STYLE)].map(([, , styles]) => styles);
  const body = html.replaceAll(STYLE, '');
  // Together, since the properties that one defines are used in another.
  const [{ css }] = await new PurgeCSS().purge({
    content: [{ raw: body, extension: 'html' }],
    css: [{ raw: sheets.join('\n') }],
    dynamicAttributes: DRAWN,
    safelist: [/^:focus-visible$/],
    keyframes: true,
    variables: true,
  });
  let first = true;
  const lean = html.replaceAll(STYLE, (_, open, __, close) => {
    if (!first) return '';
    first = false;
    return `${open}${css}${close}`;
  });
  const copy = join(STANDALONE, name);
  for (const file of [page, copy].filter((each) => existsSync(each))) writeFileSync(file, lean);
  console.log(`${name}: ${kilobytes(html)} became ${kilobytes(lean)}.`);
}
