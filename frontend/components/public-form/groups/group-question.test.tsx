import { act, screen, waitFor, within } from '@testing-library/react';
import { formOf } from '../testing/forms';
import { renderForm } from '../testing/render';

const form = formOf([
  {
    key: 'lines',
    kind: 'group',
    label: 'Order',
    row_label: 'Line',
    minimum: 1,
    maximum: 3,
    questions: [{ key: 'part', kind: 'text', label: 'Part' }],
  },
]);

const row = (number: number) => screen.getByRole('group', { name: `Line ${number}` });
const part = (number: number) => within(row(number)).getByRole('textbox', { name: 'Part' });
const press = (name: string) => screen.getByRole('button', { name });

beforeEach(() => sessionStorage.clear());

test('rows are added, moved and removed by keyboard, and the focus stays with them', async () => {
  const { user } = renderForm(form);
  const add = await screen.findByRole('button', { name: 'Add: Line' });
  await user.type(part(1), 'bolt');
  act(() => add.focus());
  await user.keyboard('{Enter}');
  expect(part(2)).toHaveFocus();
  await user.keyboard('nut');
  act(() => press('Move Line 2 up').focus());
  await user.keyboard('{Enter}');
  expect(part(1)).toHaveValue('nut');
  expect(part(2)).toHaveValue('bolt');
  // It is the first one now, so only the way down is left.
  expect(press('Move Line 1 down')).toHaveFocus();
  expect(screen.getByText('Line 2 is now number 1 of 2.')).toBeInTheDocument();
  act(() => press('Remove Line 1').focus());
  await user.keyboard('{Enter}');
  expect(part(1)).toHaveValue('bolt');
  expect(row(1)).toHaveFocus();
  expect(press('Remove Line 1')).toBeDisabled();
});

test('no more rows are added than fit', async () => {
  const { user } = renderForm(form);
  const add = await screen.findByRole('button', { name: 'Add: Line' });
  await user.click(add);
  await user.click(add);
  expect(add).toBeDisabled();
});

test('what is wrong stands in its row, and the summary says which', async () => {
  const { user } = renderForm(form);
  await user.click(await screen.findByRole('button', { name: 'Add: Line' }));
  await user.type(part(1), 'bolt');
  await user.click(press('Send'));
  const summary = await screen.findByRole('alert');
  await user.click(
    within(summary).getByRole('link', { name: 'Line 2, Part: This field is needed.' }),
  );
  await waitFor(() => expect(part(2)).toHaveFocus());
  expect(part(2)).toBeInvalid();
  expect(part(1)).toBeValid();
});
