import { globSync, readFileSync } from 'node:fs';
import sentences from './testing/words.json';

const NAME = /say\(\s*'([a-z_.]+)'/g;
const SOURCES = globSync('components/public-form/**/*.{ts,tsx}').filter(
  (file) => !file.includes('.test.'),
);

const asked = SOURCES.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(NAME)].map(([, name]) => name ?? ''),
);

function sentence(name: string): unknown {
  return name
    .split('.')
    .reduce<unknown>(
      (node, key) => (node as Record<string, unknown> | undefined)?.[key],
      sentences,
    );
}

test('the form says many sentences', () => {
  expect(asked.length).toBeGreaterThan(50);
});

test.each([...new Set(asked)])('the server has the sentence %s', (name) => {
  expect(sentence(name)).toBeDefined();
});
