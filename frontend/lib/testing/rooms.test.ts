import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, normalize, relative } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const LINES = 150;
const FILES_ON_A_FLOOR = 10;

const MANTINE = new Set(readdirSync(join(ROOT, 'node_modules/@mantine/core/styles')));

const files = readdirSync(join(ROOT, 'components'), { recursive: true, encoding: 'utf8' })
  .map((name) => join('components', name))
  .filter((name) => /\.(tsx?|css)$/.test(name))
  .sort();
const sources = files.filter((name) => !/\.(test\.tsx?|css)$/.test(name));
const stylesheets = files.filter((name) => name.endsWith('.module.css'));
const text = (name: string) => readFileSync(join(ROOT, name), 'utf8');

test('no stylesheet is longer than a screen or two', () => {
  expect(stylesheets.filter((name) => text(name).split('\n').length - 1 > LINES)).toEqual([]);
});

test.each(stylesheets)('%s has no class that nobody uses', (name) => {
  const used = new Set(sources.flatMap((source) => classesOf(name, source)));
  expect([...classesIn(name)].filter((each) => !used.has(each))).toEqual([]);
});

test.each(sources.filter((name) => name.endsWith('.tsx')))(
  '%s brings the styles of the Mantine components that it uses',
  (name) => {
    const code = text(name);
    const used = /import \{([^}]*)\} from '@mantine\/core'/.exec(code)?.[1]?.split(',') ?? [];
    const styled = used.map((each) => each.trim()).filter((each) => MANTINE.has(`${each}.css`));
    const brought = text('styles/mantine.css') + code;
    expect(styled.filter((each) => !brought.includes(`styles/${each}.css`))).toEqual([]);
  },
);

test('a floor has few enough files to be seen at once', () => {
  const floors = Map.groupBy(
    sources.filter((name) => !/words\.\w\w\.ts$/.test(name)),
    dirname,
  );
  const crowded = [...floors].filter(([, there]) => there.length > FILES_ON_A_FLOOR);
  expect(crowded.map(([floor]) => floor)).toEqual([]);
});

test('a feature or a room of it has one catalogue of words, at its door, or the API tells them', () => {
  const catalogues = sources.filter((name) => basename(name) === 'words.ts');
  const doors = catalogues.filter((name) => /^components\/[^/]+\/([^/]+\/)?words\.ts$/.test(name));
  expect(catalogues.length).toBeGreaterThan(10);
  expect(catalogues).toEqual(doors);
});

/** The classes that a stylesheet is about; those of Mantine and CodeMirror are not ours. */
function classesIn(stylesheet: string): Set<string> {
  const rules = text(stylesheet)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\{[^{}]*\}/g, '{}');
  const names = [...rules.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name = '']) => name);
  return new Set(names.filter((name) => !/^(mantine|cm)-/.test(name)));
}

/** The classes of a stylesheet that a source uses. */
function classesOf(stylesheet: string, source: string): string[] {
  const code = text(source);
  const imports = code.matchAll(/import (\w+) from '([^']+\.module\.css)'/g);
  return [...imports].flatMap(([, local = '', path = '']) =>
    resolve(path, source) === stylesheet
      ? [...code.matchAll(new RegExp(`\\b${local}\\.(\\w+)`, 'g'))].map(([, name = '']) => name)
      : [],
  );
}

function resolve(path: string, source: string): string {
  if (path.startsWith('@/')) return path.slice(2);
  return relative('.', normalize(join(dirname(source), path)));
}
