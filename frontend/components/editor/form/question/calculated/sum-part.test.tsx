import { screen } from '@testing-library/react';
import { ORDER, editing } from '../../testing/editor';
import { FormPane } from '../../form-pane';
import { readSum, writeSum, type Sum } from '../../model/sum';

const LINES = `    lines:
      kind: group
      label: Order lines
      fields:
        pieces: {kind: integer, label: Pieces}
        price: {kind: money, label: Price, currencies: [EUR]}
        discount: {kind: decimal, label: Discount, required: false}
`;
const shown = (rest = '') => {
  const total = `    total: {kind: calculated, label: Total, value: "\${{ '' }}"}\n`;
  const lines = LINES.replace('kind: group', `kind: group${rest}`);
  return editing(
    <FormPane />,
    ORDER.replace('steps:', `${lines}${total}steps:`),
    'form.fields.total',
  );
};

test('a price times a count is added up over the rows, without an expression', async () => {
  const { user, draft } = shown();
  const how = screen.getByLabelText('How it comes about');
  expect(screen.queryByText('expression')).toBeNull();
  await user.selectOptions(how, 'The sum over “Order lines”');
  expect(draft().form.fields.total).toMatchObject({
    type: 'decimal',
    value:
      '${{ decimal.sum(input.lines.map(row, decimal.multiply(row.price.amount, row.pieces))) }}',
  });
  expect(screen.getByLabelText('What is added up of each row')).toHaveDisplayValue('Price: Amount');
  expect(screen.queryByLabelText('It is')).toBeNull();
  await user.selectOptions(screen.getByLabelText('Times'), 'Nothing');
  await user.selectOptions(screen.getByLabelText('What is added up of each row'), 'Pieces');
  expect(draft().form.fields.total?.value).toBe(
    '${{ decimal.sum(input.lines.map(row, row.pieces)) }}',
  );
  await user.selectOptions(how, 'From answers and text');
  expect(draft().form.fields.total).toEqual({
    kind: 'calculated',
    label: 'Total',
    value: "${{ '' }}",
  });
});

test('rows that may be left out add up to nothing, and so do their questions', async () => {
  const { user, draft } = shown('\n      required: false');
  await user.selectOptions(
    screen.getByLabelText('How it comes about'),
    'The sum over “Order lines”',
  );
  expect(String(draft().form.fields.total?.value)).toContain('has(input.lines) ? ');
  expect(screen.queryByRole('option', { name: 'Discount' })).toBeNull();
});

test.each<Sum>([
  { rows: ['input', 'lines'], optional: false, added: ['row', 'count'], times: null },
  { rows: ['input', 'lines'], optional: true, added: ['row', 'price'], times: ['row', 'count'] },
])('%j is read as it was written', (sum) => expect(readSum(writeSum(sum))).toEqual(sum));

test.each([
  'decimal.sum(input.lines)',
  'decimal.sum(input.lines.map(row, row.count + 1))',
  'decimal.sum(has(input.other) ? input.lines.map(row, row.count) : [])',
  'input.lines.map(row, row.count)',
])('%s is no sum that choices make', (text) => expect(readSum(text)).toBeNull());
