/**
 * Builds the script and the styles of the public form, which Next.js has no part in: Preact in the
 * place of React, one stylesheet that the page writes into its HTML. Names carry a hash of what is
 * in them; `public/form/manifest.json` says which are current. `--dev` builds anew at each change
 * and runs `next dev` beside it.
 */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, context } from 'esbuild';

const ROOT = join(import.meta.dirname, '..');
const OUTPUT = join(ROOT, 'public', 'form');
const FEATURE = 'components/public-form';

const manifest = {
  name: 'manifest',
  setup(on) {
    on.onStart(() => rmSync(OUTPUT, { recursive: true, force: true }));
    on.onEnd(({ metafile, errors }) => {
      if (errors.length > 0) return;
      const outputs = Object.entries(metafile.outputs);
      const made = (entry) => outputs.find(([, { entryPoint }]) => entryPoint === entry) ?? [];
      const [script, { imports }] = made(`${FEATURE}/island.tsx`);
      const [styles] = made(`${FEATURE}/styles/index.css`);
      const first = imports.filter(({ kind }) => kind === 'import-statement');
      const address = (path) => `/form/${basename(path)}`;
      const written = {
        script: address(script),
        preload: first.map(({ path }) => address(path)),
        styles: readFileSync(join(ROOT, styles), 'utf8'),
      };
      writeFileSync(join(OUTPUT, 'manifest.json'), `${JSON.stringify(written)}\n`);
      // What other pages load is measured by scripts/size.mjs with Next's own manifest.
      writeFileSync(join(OUTPUT, 'meta.json'), JSON.stringify(metafile));
    });
  },
};

/** Only the formats that a form uses; see lib/lean/formats.ts. */
const formats = {
  name: 'formats',
  setup(on) {
    on.onResolve({ filter: /^\.\/format\.js$/ }, ({ importer }) =>
      importer.includes('@cfworker')
        ? { path: join(ROOT, 'lib', 'lean', 'formats.ts') }
        : undefined,
    );
  },
};

const options = {
  absWorkingDir: ROOT,
  entryPoints: {
    form: `${FEATURE}/island.tsx`,
    styles: `${FEATURE}/styles/index.css`,
  },
  outdir: OUTPUT,
  publicPath: '/form',
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  minify: true,
  metafile: true,
  target: ['chrome123', 'firefox120', 'safari17.5'],
  jsx: 'automatic',
  alias: { react: 'preact/compat', 'react-dom': 'preact/compat' },
  loader: { '.woff2': 'file' },
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins: [formats, manifest],
  logLevel: 'warning',
};

if (process.argv.includes('--dev')) {
  const watched = await context(options);
  await watched.watch();
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
  await build(options);
}
