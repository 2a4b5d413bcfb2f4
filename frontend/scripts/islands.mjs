/**
 * Builds the scripts of pages that load none of Next.js: Preact in the place of React, one file for
 * each page. A name carries a hash of what is in it; `public/islands/manifest.json` says which is
 * current. The styles are those of `styles/global.css`.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

const ISLANDS = { 'sign-in': 'components/sign-in/island.tsx' };

const ROOT = join(import.meta.dirname, '..');
const OUTPUT = join(ROOT, 'public', 'islands');

const REPORTS_TO = process.env.NEXT_PUBLIC_SENTRY_DSN ?? '';
const given = (name) => JSON.stringify(process.env[name] ?? '');

rmSync(OUTPUT, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: ROOT,
  entryPoints: ISLANDS,
  outdir: OUTPUT,
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  minify: true,
  metafile: true,
  target: ['chrome123', 'firefox120', 'safari17.5'],
  jsx: 'automatic',
  alias: {
    react: 'preact/compat',
    'react-dom': 'preact/compat',
    // What of it serves browsers, without what it adds to Next.js.
    ...(REPORTS_TO ? { '@sentry/nextjs': '@sentry/browser' } : {}),
  },
  // Never asked for where errors are not reported.
  external: REPORTS_TO ? [] : ['@sentry/nextjs'],
  define: {
    'process.env.NODE_ENV': '"production"',
    'process.env.NEXT_PUBLIC_SENTRY_DSN': given('NEXT_PUBLIC_SENTRY_DSN'),
    'process.env.NEXT_PUBLIC_SENTRY_ENVIRONMENT': given('NEXT_PUBLIC_SENTRY_ENVIRONMENT'),
  },
  logLevel: 'warning',
});
const scripts = Object.entries(metafile.outputs).flatMap(([path, { entryPoint }]) => {
  const name = Object.keys(ISLANDS).find((each) => ISLANDS[each] === entryPoint);
  return name ? [[name, `/islands/${basename(path)}`]] : [];
});
writeFileSync(join(OUTPUT, 'manifest.json'), `${JSON.stringify(Object.fromEntries(scripts))}\n`);
