/**
 * Builds the scripts and styles that Next.js has no part in: those of the light public pages (Preact
 * in the place of React, one stylesheet that a page writes into its HTML), and the script that other
 * sites embed forms with. Names of the first carry a hash of what is in them;
 * `public/light/manifest.json` says which are current. `--dev` builds anew at each change and runs
 * `next dev` beside it.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, context } from 'esbuild';
import { releaseOf } from '../lib/config/reporting/release.ts';

const ROOT = join(import.meta.dirname, '..');
const OUTPUT = join(ROOT, 'public', 'light');
const REPORTS_TO = process.env.NEXT_PUBLIC_SENTRY_DSN ?? '';
const given = (name) => JSON.stringify(process.env[name] ?? '');

/** Where a page's own script and styles begin; `frame`: every page that stands in a frame. */
const PAGES = {
  form: {
    script: 'components/public-form/island.tsx',
    styles: 'components/public-form/styles/index.css',
  },
  tracking: {
    script: 'components/tracking/island.tsx',
    styles: 'components/tracking/styles/index.css',
  },
  rehearsal: {
    script: 'components/public-form/rehearsal/island.tsx',
    styles: 'components/public-form/styles/index.css',
  },
  frame: { script: 'embed/frame.ts' },
  'sign-in': { script: 'components/sign-in/island.tsx' },
};

/** Where a stylesheet's source map is: not beside the page that it is written into. */
const MAP = /\/\*# sourceMappingURL=.*?\*\/\s*$/;

/** What is written into the manifest, by page. */
const manifest = {};

/** Notes where a build put what a page asks for, once that build is done. */
const notes = (name, { script, styles }) => ({
  name: 'manifest',
  setup(on) {
    on.onEnd(({ metafile, errors }) => {
      if (errors.length > 0) return;
      const outputs = Object.entries(metafile.outputs);
      const made = (entry) => outputs.find(([, { entryPoint }]) => entryPoint === entry) ?? [];
      const address = (path) => `/light/${basename(path)}`;
      const [own, { imports }] = made(script);
      const first = imports.filter(({ kind }) => kind === 'import-statement');
      manifest[name] = {
        script: address(own),
        preload: first.map(({ path }) => address(path)),
        styles: styles ? readFileSync(join(ROOT, made(styles)[0]), 'utf8').replace(MAP, '') : '',
      };
      writeFileSync(join(OUTPUT, 'manifest.json'), `${JSON.stringify(manifest)}\n`);
      // Which module takes how much.
      writeFileSync(join(OUTPUT, `${name}.meta.json`), JSON.stringify(metafile));
    });
  },
});

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

const shared = {
  absWorkingDir: ROOT,
  bundle: true,
  minify: true,
  // scripts/maps.mjs takes them out of what is served.
  sourcemap: REPORTS_TO !== '',
  target: ['chrome123', 'firefox120', 'safari17.5'],
  define: {
    'process.env.NODE_ENV': '"production"',
    'process.env.NEXT_PUBLIC_SENTRY_DSN': given('NEXT_PUBLIC_SENTRY_DSN'),
    'process.env.NEXT_PUBLIC_SENTRY_ENVIRONMENT': given('NEXT_PUBLIC_SENTRY_ENVIRONMENT'),
    'process.env.NEXT_PUBLIC_SENTRY_RELEASE': JSON.stringify(releaseOf(process.env)),
    'process.env.NEXT_PUBLIC_SENTRY_TRACES_SAMPLE_RATE': given(
      'NEXT_PUBLIC_SENTRY_TRACES_SAMPLE_RATE',
    ),
  },
  // Never asked for where errors are not reported.
  external: REPORTS_TO ? [] : ['@sentry/nextjs'],
  logLevel: 'warning',
};

/** Each page's build is its own: what they share would cost each of them more than it saves. */
const pages = Object.entries(PAGES).map(([name, entries]) => ({
  ...shared,
  entryPoints: {
    [name]: entries.script,
    ...(entries.styles ? { [`${name}-styles`]: entries.styles } : {}),
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
  alias: {
    react: 'preact/compat',
    'react-dom': 'preact/compat',
    // What of it serves browsers, without what it adds to Next.js.
    ...(REPORTS_TO ? { '@sentry/nextjs': '@sentry/browser' } : {}),
  },
  loader: { '.woff2': 'file' },
  plugins: [formats, notes(name, entries)],
}));

/** One classic script with a name that stays: it stands in pages of other sites. */
const embedding = {
  ...shared,
  sourcemap: false,
  entryPoints: { embed: 'embed/embed.ts' },
  outdir: join(ROOT, 'public'),
  format: 'iife',
};

rmSync(OUTPUT, { recursive: true, force: true });
mkdirSync(OUTPUT, { recursive: true });

if (process.argv.includes('--dev')) {
  for (const options of [...pages, embedding]) await (await context(options)).watch();
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
  await Promise.all([...pages, embedding].map((options) => build(options)));
}
