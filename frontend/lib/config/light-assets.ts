import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Of one light page: addresses of its script and what that imports, and all its styles. */
export type PageAssets = { script: string; preload: string[]; styles: string };

/** What `scripts/light.mjs` built. `frame`: for a page that stands in a frame, besides its own. */
export type LightAssets = {
  form: PageAssets;
  tracking: PageAssets;
  rehearsal: PageAssets;
  frame: PageAssets;
} & {
  'sign-in': PageAssets;
};

let kept: LightAssets | undefined;

/** Read once; while developing at each request, because it is built anew at each change. */
export function lightAssets(): LightAssets {
  if (kept && process.env.NODE_ENV === 'production') return kept;
  const path = join(process.cwd(), 'public', 'light', 'manifest.json');
  try {
    kept = JSON.parse(readFileSync(path, 'utf8')) as LightAssets;
  } catch (cause) {
    throw new Error(`${path} is missing. Run \`npm run build\`, or \`npm run dev\`.`, { cause });
  }
  return kept;
}
