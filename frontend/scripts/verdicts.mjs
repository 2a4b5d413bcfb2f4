/**
 * The browser's verdicts, for the backend's tests: a line of JSON in, a line of JSON out.
 * `{form, data}` gives the verdict, `{source, scope}` the value of an expression.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const outdir = mkdtempSync(join(tmpdir(), 'waybill-verdicts-'));
const feature = join(root, 'components/public-form');
await build({
  absWorkingDir: root,
  entryPoints: { verdict: `${feature}/verdict/index.ts`, cel: `${feature}/cel/index.ts` },
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  logLevel: 'warning',
});
const load = (name) => import(pathToFileURL(join(outdir, `${name}.mjs`)));
const { verdict } = await load('verdict');
const { default: expressions } = await load('cel');
rmSync(outdir, { recursive: true });

function answer({ form, data, source, scope }) {
  return source === undefined
    ? verdict(form, data, expressions)
    : expressions.evaluate(source, scope);
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(answer(JSON.parse(line)))}\n`);
}
