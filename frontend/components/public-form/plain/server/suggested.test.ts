import type { FormServer } from '@/lib/http/server/form-server';
import { formOf } from '../../testing/forms';
import { withSuggestions } from './suggested';

const form = formOf([
  { key: 'company', kind: 'text', label: 'Company' },
  {
    key: 'lines',
    kind: 'group',
    label: 'Lines',
    questions: [{ key: 'part', kind: 'choice', label: 'Part', live: true }],
  },
]);

/** An API that answers each question for choices in its own way. */
const serving = (choices: FormServer['choices']) => ({ choices }) as unknown as FormServer;
const partOf = ({ questions }: typeof form) => questions[1]?.questions?.[0];

test('live questions in rows come with what can be chosen', async () => {
  const asked: string[] = [];
  const api = serving((slug, path) => {
    asked.push(`${slug} ${path}`);
    const lamp = { value: 'LAMP', label: 'Lamp', detail: '' };
    return Promise.resolve({ items: [lamp], stale: false, message: '' });
  });
  const part = partOf(await withSuggestions(form, api));
  expect(asked).toEqual(['order lines.part']);
  expect(part?.choices).toEqual([{ value: 'LAMP', label: 'Lamp' }]);
});

test.each([
  ['fails', () => Promise.reject(new Error('away'))],
  ['never answers', () => new Promise<never>(() => undefined)],
])('a system that %s leaves the form as it is', async (_, choices) => {
  expect(partOf(await withSuggestions(form, serving(choices)))?.choices).toBeNull();
});

test('a form without live questions asks nothing', async () => {
  const plain = formOf([{ key: 'company', kind: 'text', label: 'Company' }]);
  const api = serving(() => Promise.reject(new Error('asked')));
  expect(await withSuggestions(plain, api)).toBe(plain);
});
