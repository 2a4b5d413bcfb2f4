import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const english = ['components', 'lib']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      join(folder, name),
    ),
  )
  .filter((name) => name.endsWith('.en.ts'))
  .sort();

/** Of visitors, in the words of their server; of everybody, before we know their language. */
const NOT_OF_THE_CONSOLE = new Set(['landing', 'public-form']);

type Leaf = { path: string; value: unknown };

function leaves(value: unknown, path = ''): Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}/${key}`));
}

const wordsOf = (name: string): Leaf[] =>
  leaves((jest.requireActual(join(ROOT, name)) as { words: unknown }).words);

/** What is read: of a sentence that is put together, the pieces of it. */
const said = (value: unknown): string =>
  typeof value === 'function' ? String(value) : typeof value === 'string' ? value : '';

/** Two words one after the other: names, symbols and loan words are the same in both. */
const SENTENCE = /\p{L}{2,} \p{L}{2,}/u;

test('every catalogue of the console is there', () => {
  expect(english.length).toBeGreaterThan(15);
});

test('whoever has words has them in each language', () => {
  const all = readdirSync(join(ROOT, 'components'), { recursive: true, encoding: 'utf8' });
  const alone = all
    .filter((name) => /\/words\.ts$/.test(name) && !NOT_OF_THE_CONSOLE.has(dirname(name)))
    .filter((name) => !all.includes(name.replace(/\.ts$/, '.en.ts')));
  expect(alone).toEqual([]);
});

describe.each(english)('%s', (name) => {
  const german = name.replace(/\.en\.ts$/, '.de.ts');

  test('has the same entries in German, and none of them empty', () => {
    const [one, other] = [wordsOf(name), wordsOf(german)];
    expect(other.map(({ path }) => path)).toEqual(one.map(({ path }) => path));
    expect(other.map(({ value }) => typeof value)).toEqual(one.map(({ value }) => typeof value));
    const empty = other.filter(({ value }, index) => value === '' && one[index]?.value !== '');
    expect(empty).toEqual([]);
  });

  test('is German in German', () => {
    const others = new Map(wordsOf(german).map(({ path, value }) => [path, said(value)]));
    const same = wordsOf(name).filter(
      ({ path, value }) => SENTENCE.test(said(value)) && others.get(path) === said(value),
    );
    // A sentence that is only put together, such as `${who} ${did}.`, is the same in both.
    expect(same.filter(({ value }) => typeof value === 'string')).toEqual([]);
  });

  test('fills in the same things', () => {
    const places = (value: unknown) =>
      [...said(value).matchAll(/(?<!\$)\{(\w+)\}/g)].map(([, at]) => at).sort();
    const others = new Map(wordsOf(german).map(({ path, value }) => [path, value]));
    for (const { path, value } of wordsOf(name))
      if (typeof value === 'string')
        expect([path, places(others.get(path))]).toEqual([path, places(value)]);
  });

  test('is chosen where it is read, not where it is written', () => {
    const chooser = readFileSync(join(ROOT, name.replace(/\.en\.ts$/, '.ts')), 'utf8');
    expect(chooser).toMatch(/inEachLanguage|catalogue/);
  });
});
