/**
 * Builds the scripts and styles that Next.js has no part in: those of the light public pages (Preact
 * in the place of React, one stylesheet that a page writes into its HTML), and the script that other
 * sites embed forms with. Names of the first carry a hash of what is in them;
 * `public/light/manifest.json` says which are current. `--dev` builds anew at each change and runs
 * `next dev` beside it.
 */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, context } from 'esbuild';

const ROOT = join(import.meta.dirname, '..');
const OUTPUT = join(ROOT, 'public', 'light');

/** Where a page's own script and styles begin. */
const PAGES = {
  form: {
    script: 'components/public-form/island.tsx',
    styles: 'components/public-form/styles/index.css',
  },
  tracking: {
    script: 'components/tracking/island.tsx',
    styles: 'components/tracking/styles/index.css',
  },
};
const FRAME = 'embed/frame.ts';

const manifest = {
  name: 'manifest',
  setup(on) {
    on.onStart(() => rmSync(OUTPUT, { recursive: true, force: true }));
    on.onEnd(({ metafile, errors }) => {
      if (errors.length > 0) return;
      const outputs = Object.entries(metafile.outputs);
      const made = (entry) => outputs.find(([, { entryPoint }]) => entryPoint === entry) ?? [];
      const address = (path) => `/light/${basename(path)}`;
      const page = ({ script: entry, styles: sheet }) => {
        const [script, { imports }] = made(entry);
        const [styles] = made(sheet);
        const first = imports.filter(({ kind }) => kind === 'import-statement');
        return {
          script: address(script),
          preload: first.map(({ path }) => address(path)),
          styles: readFileSync(join(ROOT, styles), 'utf8'),
        };
      };
      const pages = Object.entries(PAGES).map(([name, entries]) => [name, page(entries)]);
      const written = { ...Object.fromEntries(pages), frame: address(made(FRAME)[0]) };
      writeFileSync(join(OUTPUT, 'manifest.json'), `${JSON.stringify(written)}\n`);
      // What other pages load is measured by scripts/size.mjs with Next's own manifest.
      writeFileSync(join(OUTPUT, 'meta.json'), JSON.stringify(metafile));
    });
  },
};

const shared = {
  absWorkingDir: ROOT,
  bundle: true,
  minify: true,
  target: ['chrome123', 'firefox120', 'safari17.5'],
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
};

const pages = {
  ...shared,
  entryPoints: {
    ...Object.fromEntries(
      Object.entries(PAGES).flatMap(([name, { script, styles }]) => [
        [name, script],
        [`${name}-styles`, styles],
      ]),
    ),
    frame: FRAME,
  },
  outdir: OUTPUT,
  publicPath: '/light',
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  splitting: true,
  format: 'esm',
  metafile: true,
  jsx: 'automatic',
  alias: { react: 'preact/compat', 'react-dom': 'preact/compat' },
  loader: { '.woff2': 'file' },
  plugins: [manifest],
};

/** One classic script with a name that stays: it stands in pages of other sites. */
const embedding = {
  ...shared,
  entryPoints: { embed: 'embed/embed.ts' },
  outdir: join(ROOT, 'public'),
  format: 'iife',
};

if (process.argv.includes('--dev')) {
  for (const options of [pages, embedding]) await (await context(options)).watch();
  const next = join(ROOT, 'node_modules', 'next', 'dist', 'bin', 'next');
  const args = [next, 'dev', '-H', '127.0.0.1', ...process.argv.slice(2)];
  const server = spawn(
    process.execPath,
    args.filter((each) => each !== '--dev'),
    { stdio: 'inherit' },
  );
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
  server.on('exit', (code) => process.exit(code ?? 0));
} else {
  await Promise.all([build(pages), build(embedding)]);
}
