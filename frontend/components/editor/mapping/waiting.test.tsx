import { act, screen, within } from '@testing-library/react';
import { change } from '../store/editor-store';
import { showMapping } from './testing/order';

/** The sale of the order, which does not wait for the customer yet. */
function showUnordered() {
  const shown = showMapping('sale');
  act(() => change(shown.store, 'steps.sale.needs', ({ steps }) => void delete steps.sale?.needs));
  return shown;
}

test('with a result of a step that it does not wait for, a step waits for it', async () => {
  const { user, sent, definition } = showUnordered();
  await user.selectOptions(
    await screen.findByLabelText('What is sent as “Customer”'),
    'An answer or result',
  );
  await user.click(screen.getByRole('button', { name: 'Choose an answer or result' }));
  const step = screen.getByRole('region', { name: 'The customer' });
  expect(step).toHaveTextContent('This step then waits for that one.');
  await user.click(within(step).getByRole('button', { name: /^Number of the record/ }));
  expect(sent()).toEqual({ party: '${{ steps.customer.id }}' });
  expect(definition()?.steps.sale?.needs).toEqual(['customer']);
});

test('the record that a step above makes is suggested, and waited for when that is applied', async () => {
  const { user, sent, definition } = showUnordered();
  await user.click(await screen.findByRole('button', { name: 'Suggest' }));
  const said = 'Customer: “The customer: Number of the record”';
  expect(screen.getByLabelText(said)).toBeChecked();
  expect(definition()?.steps.sale).not.toHaveProperty('needs');
  await user.click(screen.getByRole('button', { name: /^Apply/ }));
  expect(sent()).toMatchObject({ party: '${{ steps.customer.id }}' });
  expect(definition()?.steps.sale?.needs).toEqual(['customer']);
});

test('results of steps that wait for a step are not offered to it', async () => {
  const { user } = showMapping('customer');
  await user.selectOptions(
    await screen.findByLabelText('What is sent as “Name”'),
    'An answer or result',
  );
  await user.click(screen.getByRole('button', { name: 'Choose an answer or result' }));
  expect(screen.getByRole('region', { name: 'Answers of the form' })).toBeVisible();
  expect(screen.queryByRole('region', { name: 'The sale' })).toBeNull();
});
