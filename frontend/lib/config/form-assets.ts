import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `scripts/form.mjs` built: addresses of the script and what it imports, and all styles. */
export type FormAssets = { script: string; preload: string[]; styles: string };

let kept: FormAssets | undefined;

/** Read once; while developing at each request, because it is built anew at each change. */
export function formAssets(): FormAssets {
  if (kept && process.env.NODE_ENV === 'production') return kept;
  const path = join(process.cwd(), 'public', 'form', 'manifest.json');
  try {
    kept = JSON.parse(readFileSync(path, 'utf8')) as FormAssets;
  } catch (cause) {
    throw new Error(`${path} is missing. Run \`npm run build\`, or \`npm run dev\`.`, { cause });
  }
  return kept;
}
