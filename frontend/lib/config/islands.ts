import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The address of the script that `scripts/islands.mjs` built for a page. */
export function islandScript(name: string): string {
  const path = join(process.cwd(), 'public', 'islands', 'manifest.json');
  let scripts: Record<string, string>;
  try {
    scripts = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
  } catch (cause) {
    throw new Error(`${path} is missing. Run \`npm run build\` or \`npm run dev\`.`, { cause });
  }
  const script = scripts[name];
  if (!script) throw new Error(`${path} has no script named ${name}.`);
  return script;
}
