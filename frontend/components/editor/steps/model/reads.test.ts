import type { Draft } from '../../model/draft';
import { readersOf, renameStep, textReads } from './reads';
import { templateParts } from './template';

const draft = (steps: Draft['steps']): Draft => ({
  workflow: 'order',
  name: 'Order',
  form: { fields: {} },
  steps,
});

test.each([
  ['${{ steps.sale.id }}', true],
  ['No ${{ steps.sale_2.id }}', false],
  ['${{ input.steps.sale }}', false],
  ["${{ steps['sale'].id }}", true],
  ['${{ steps [ "sale" ] }}', true],
  ["${{ 'steps.sale' }}", false],
  ['${{ "}} steps.sale" + steps.sale.id }}', true],
  ['${{ {"a": {"b": 1}} }} steps.sale', false],
  ['${{ has(steps.sale) ? 1 : 2 }}', true],
  ['${{ 1 // steps.sale\n + 2 }}', false],
  ['steps.sale.id', false],
  ['${{ steps.sale.id', false],
])('%s: reads the sale, %s', (text, does) => {
  expect(textReads(text, 'sale')).toBe(does);
});

test('the pieces of a text are the text', () => {
  const text = 'a ${{ {"x": {"y": "}}"}} }} b ${{ c }} ${{ open';
  const parts = templateParts(text);
  expect(parts.map((each) => each.text).join('')).toBe(text);
  expect(parts.filter((each) => each.isExpression).map((each) => each.text)).toEqual([
    ' {"x": {"y": "}}"}} ',
    ' c ',
  ]);
});

test('who reads a step is found in what is sent, in conditions without braces and in orders', () => {
  const found = readersOf(
    draft({
      sale: { use: 'erp/sale.create' },
      one: { use: 'a/b', with: { body: { lines: [{ id: '${{ steps.sale.id }}' }] }, to: 'x' } },
      two: { use: 'a/b', when: 'has(steps.sale)' },
      three: { use: 'a/b', ordering: "${{ steps['sale'].id }}", needs: ['sale'] },
      four: { use: 'a/b', needs: ['sale'] },
    }),
    'sale',
  );
  expect(found).toEqual([
    { step: 'one', inputs: ['body'], when: false, ordering: false },
    { step: 'two', inputs: [], when: true, ordering: false },
    { step: 'three', inputs: [], when: false, ordering: true },
  ]);
});

test('a renamed step keeps its place, and all that names it follows', () => {
  const changed = draft({
    first: { use: 'a/b' },
    sale: { use: 'a/b', needs: ['first'] },
    last: {
      use: 'a/b',
      needs: ['first', 'sale'],
      when: 'steps.sale.total > 1 && steps["sale"].ok',
      ordering: '${{ steps.sale.id }}',
      with: { lines: ['${{ steps.sale.id }} of ${{ steps.sales.id }}', 4, null] },
    },
  });
  renameStep(changed, 'sale', 'order$1');
  expect(Object.keys(changed.steps)).toEqual(['first', 'order$1', 'last']);
  expect(changed.steps.last).toEqual({
    use: 'a/b',
    needs: ['first', 'order$1'],
    when: 'steps.order$1.total > 1 && steps["order$1"].ok',
    ordering: '${{ steps.order$1.id }}',
    with: { lines: ['${{ steps.order$1.id }} of ${{ steps.sales.id }}', 4, null] },
  });
});
