/**
 * Source maps, where errors are reported: takes them out of what is served, into `.maps/` with the
 * scripts that they belong to. Each pair gets a debug id, by which an error finds its map.
 * `node scripts/maps.mjs --upload` sends them to the server of `SENTRY_URL`, with
 * `SENTRY_AUTH_TOKEN`, `SENTRY_ORG` and `SENTRY_PROJECT`.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const KEPT = join(ROOT, '.maps');
const SENTRY = join(ROOT, 'node_modules', '.bin', 'sentry');
/** What browsers load, what the web server runs, and the same in an image. */
const BUILT = ['public/light', '.next/static', '.next/server', '.next/standalone/.next/server'];
const COMMENT = /^\/\/# sourceMappingURL=(\S+)\s*$/m;

function sentry(...words) {
  // Giving ids needs no server, but the program asks for a token all the same.
  const env = { SENTRY_AUTH_TOKEN: 'none', SENTRY_CLI_NO_TELEMETRY: '1', ...process.env };
  const { status } = spawnSync(SENTRY, ['sourcemap', ...words], { stdio: 'inherit', env });
  if (status !== 0) process.exit(status ?? 1);
}

/** Keeps the scripts of a folder with their maps, and leaves no map in it. */
function take(folder) {
  sentry('inject', '--allow-empty', folder);
  const names = readdirSync(folder, { recursive: true });
  for (const name of names.filter((each) => each.endsWith('.js'))) {
    const script = join(folder, name);
    const text = readFileSync(script, 'utf8');
    // Next.js gives a map another name than its script.
    const map = join(dirname(script), COMMENT.exec(text)?.[1] ?? '');
    if (!map.endsWith('.map') || !existsSync(map)) continue;
    for (const file of [script, map]) cpSync(file, kept(file), { recursive: true });
    writeFileSync(script, text.replace(COMMENT, ''));
  }
  for (const name of names.filter((each) => each.endsWith('.map')))
    rmSync(join(folder, name), { force: true });
}

/** The upload passes over folders whose names begin with a dot. */
const kept = (file) => join(KEPT, file.replaceAll('.next', 'next'));

if (process.argv.includes('--upload')) {
  if (!existsSync(KEPT)) {
    console.error('There are no source maps. Build with NEXT_PUBLIC_SENTRY_DSN first.');
    process.exit(1);
  }
  sentry('upload', KEPT);
} else if (process.env.NEXT_PUBLIC_SENTRY_DSN) {
  rmSync(KEPT, { recursive: true, force: true });
  process.chdir(ROOT);
  for (const folder of BUILT.filter((each) => existsSync(each))) take(folder);
}
