/** Fails when the committed client is not what the committed OpenAPI document generates. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');
const committed = join(root, 'lib', 'api');
/** Beside the real one, so that the relative import of the fetcher comes out the same. */
const fresh = mkdtempSync(join(root, 'lib', '.api-check-'));

try {
  cpSync(committed, fresh, { recursive: true });
  execFileSync('npx', ['orval', '--config', 'orval.config.ts'], {
    cwd: root,
    env: { ...process.env, WAYBILL_API_OUTPUT: `./${relative(root, fresh)}` },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const drift = differences(files(committed), files(fresh));
  if (drift.length > 0) {
    console.error(`lib/api differs from backend/api/openapi.json: ${drift.join(', ')}`);
    console.error('Run `npm run api` and commit the result.');
    process.exitCode = 1;
  } else {
    console.log('lib/api matches backend/api/openapi.json.');
  }
} finally {
  rmSync(fresh, { recursive: true, force: true });
}

function files(folder) {
  const paths = readdirSync(folder, { recursive: true }).map((path) => join(folder, path));
  const found = paths.filter((path) => statSync(path).isFile());
  return new Map(found.map((path) => [relative(folder, path), readFileSync(path, 'utf8')]));
}

function differences(one, other) {
  const names = [...new Set([...one.keys(), ...other.keys()])].sort();
  return names.filter((name) => one.get(name) !== other.get(name));
}
