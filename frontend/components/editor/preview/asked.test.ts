import type { Draft } from '../model/draft';
import { onlyAsked } from './asked';

const hidden = { kind: 'text', show_if: '${{ false }}' };
const DRAFT: Draft = {
  workflow: 'order',
  name: 'Order',
  form: {
    fields: {
      company: { kind: 'text' },
      gift: hidden,
      note: { kind: 'text' },
      lines: { kind: 'group', fields: { part: { kind: 'text' }, colour: hidden } },
    },
    pages: [
      { fields: ['company', 'gift', 'lines'] },
      { fields: ['note'], show_if: '${{ has(input.gift) }}' },
    ],
  },
  steps: {},
};

test('answers that a condition hides are left out, one after the other', async () => {
  const refused = jest.fn(async (data: object) => {
    const fields = 'gift' in data ? ['gift', 'lines.0.colour'] : 'note' in data ? ['note'] : [];
    return [...fields, 'company'].map((each) => `data.${each}`);
  });
  const lines = [{ part: 'A', colour: 'red' }];
  const data = { company: 'Acme', gift: 'yes', note: 'x', lines };
  // What is refused for another reason stays: the preview says why.
  expect(await onlyAsked(DRAFT, data, refused)).toEqual({
    company: 'Acme',
    lines: [{ part: 'A' }],
  });
  expect(refused).toHaveBeenCalledTimes(3);
});
