import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { screen } from '@testing-library/react';
import { renderApp } from '@/lib/testing/render';
import { Gallery } from './gallery';

const COMPONENTS = join(__dirname, '..');
/** Of the public pages, which have pictures of their own, and what draws nothing itself. */
const ELSEWHERE = new Set(['later', 'light-frame', 'unfolds']);

test('every shared part is on a shelf', () => {
  const gallery = readdirSync(__dirname)
    .filter((name) => name.endsWith('.tsx') && !name.endsWith('.test.tsx'))
    .map((name) => readFileSync(join(__dirname, name), 'utf8'))
    .join('\n');
  const folders = readdirSync(join(COMPONENTS, 'ui'), { withFileTypes: true })
    .filter((each) => each.isDirectory() && !ELSEWHERE.has(each.name))
    .map(({ name }) => name);
  expect(folders.length).toBeGreaterThan(15);
  expect(folders.filter((name) => !gallery.includes(`@/components/ui/${name}/`))).toEqual([]);
});

test('the gallery shows the four states', () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  renderApp(<Gallery />);
  for (const state of ['pending', 'error', 'empty', 'data'])
    expect(screen.getAllByText(state).length).toBeGreaterThan(0);
  expect(screen.getAllByRole('button', { name: 'Try again' }).length).toBeGreaterThan(0);
});
