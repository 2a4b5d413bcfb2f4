import { screen, waitFor, within } from '@testing-library/react';
import { openableDialogs } from '@/lib/testing/dialog';
import { AddStep } from './add-step';
import { CONNECTIONS, connection, editing } from './testing/editing';

beforeAll(openableDialogs);

const opened = async (after: string | null, connections = CONNECTIONS) => {
  const view = editing(<AddStep after={after} />, connections);
  await view.user.click(screen.getByRole('button', { name: /^Add a step/ }));
  return { ...view, dialog: await screen.findByRole('dialog') };
};

test('a chosen action becomes a step that waits for the one above, and is selected', async () => {
  const { user, dialog, steps, store } = await opened('customer');
  await user.type(await within(dialog).findByLabelText('Search'), 'mail person decides');
  await user.click(within(dialog).getByRole('button', { name: /Send an e-mail/ }));
  expect(Object.keys(steps())).toEqual(['customer', 'email', 'sale', 'mail']);
  expect(steps().email).toEqual({ use: 'post/email.send', needs: ['customer'] });
  expect(store.getState().at).toBe('steps.email');
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

test('right after the form it waits for nothing, and takes a key that is free', async () => {
  const { user, dialog, steps } = await opened(null);
  const erp = await within(dialog).findByRole('region', { name: 'Our ERP' });
  await user.click(within(erp).getByRole('button', { name: /Create the sale/ }));
  expect(Object.keys(steps())[0]).toBe('sale_2');
  expect(steps().sale_2).toEqual({ use: 'erp/sale.create' });
});

test('every word of the search must be said of what is shown', async () => {
  const { user, dialog } = await opened('customer');
  await user.type(await within(dialog).findByLabelText('Search'), 'old customer');
  expect(within(dialog).getAllByRole('region')).toHaveLength(1);
  expect(within(dialog).getByRole('region', { name: 'Old ERP' })).toHaveTextContent('Paused');
  await user.type(within(dialog).getByLabelText('Search'), ' zebra');
  expect(within(dialog).getByText(/No connected system does this/)).toBeVisible();
});

test('an order is found where a system calls it a sale', async () => {
  const { user, dialog } = await opened('customer');
  await user.type(await within(dialog).findByLabelText('Search'), 'order');
  expect(within(dialog).getAllByRole('button', { name: /Create the sale/ })).not.toHaveLength(0);
  expect(within(dialog).queryByRole('button', { name: /Send an e-mail/ })).toBeNull();
});

test('what was connected in another tab appears when the person comes back', async () => {
  const { dialog, known } = await opened('customer', []);
  expect(await within(dialog).findByText('No system is connected yet.')).toBeVisible();
  const more = within(dialog).getByRole('link', { name: 'Connect another system' });
  expect(more).toHaveAttribute('href', '/connections/new');
  expect(more).toHaveAttribute('target', '_blank');
  known.connections = [connection('crm', 'New mail', 'email')];
  window.dispatchEvent(new Event('focus'));
  await waitFor(() => expect(within(dialog).getByRole('region')).toHaveAccessibleName('New mail'));
});
