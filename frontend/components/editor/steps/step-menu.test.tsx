import { screen, within } from '@testing-library/react';
import { openableDialogs } from '@/lib/testing/dialog';
import { StepPane } from './step-pane';
import { editing } from './testing/editing';

beforeAll(openableDialogs);

const opened = async (step: string) => {
  const view = editing(<StepPane step={step} />);
  await screen.findByRole('button', { name: 'Another system …' });
  const menu = screen.getByRole('group', { name: /^What can be done with/ });
  const press = (name: string) => view.user.click(within(menu).getByRole('button', { name }));
  return { ...view, press, menu };
};

test('moving changes the order, and not what waits for what', async () => {
  const { press, steps, menu } = await opened('sale');
  await press('Move up');
  expect(Object.keys(steps())).toEqual(['sale', 'customer', 'mail']);
  expect(steps().sale?.needs).toEqual(['customer']);
  expect(within(menu).getByRole('button', { name: 'Move up' })).toBeDisabled();
});

test('a copy stands behind it and is selected', async () => {
  const { press, steps, store } = await opened('sale');
  await press('Duplicate');
  expect(Object.keys(steps())).toEqual(['customer', 'sale', 'sale_2', 'mail']);
  expect(steps().sale_2).toEqual(steps().sale);
  expect(store.getState().at).toBe('steps.sale_2');
});

test('before it is removed, what uses it is named; what waited for it waits for what it waited for', async () => {
  const { press, steps, store, user } = await opened('sale');
  await press('Remove …');
  const dialog = await screen.findByRole('dialog', { name: 'Remove “Creating the sale”?' });
  expect(dialog).toHaveTextContent('“Telling sales”: what it sends as “subject”');
  expect(within(dialog).getByRole('checkbox')).toHaveAccessibleName(
    '“Telling sales” waits for “Creating the customer” instead',
  );
  await user.click(within(dialog).getByRole('button', { name: 'Remove the step' }));
  expect(Object.keys(steps())).toEqual(['customer', 'mail']);
  expect(steps().mail?.needs).toEqual(['customer']);
  expect(store.getState().at).toBe('steps.customer');
});

test('another key is written wherever the step is named, and in no text that only looks so', async () => {
  const { steps, user, store } = await opened('customer');
  await user.click(screen.getByText(/^More:/));
  const key = screen.getByLabelText('Key');
  await user.clear(key);
  await user.type(key, 'sale');
  expect(screen.getByText('Another step has this key.')).toBeVisible();
  await user.clear(key);
  await user.type(key, 'party{Enter}');
  expect(Object.keys(steps())).toEqual(['party', 'sale', 'mail']);
  expect(steps().sale).toMatchObject({
    needs: ['party'],
    with: {
      party: '${{ steps.party.id }}',
      note: "steps.customer.id of ${{ 'steps.customer' }}",
    },
  });
  expect(store.getState().at).toBe('steps.party');
});
