import { act, screen, within } from '@testing-library/react';
import { StepStops } from './step-stops';
import { editing } from './testing/editing';

const opened = async (yaml?: string) => {
  const view = editing(<StepStops />, undefined, yaml);
  await screen.findAllByText(/^Our ERP: /);
  const stop = (name: string) => {
    const found = screen.getByRole('button', { name }).closest('li');
    if (!found) throw new Error(`There is no stop ${name}.`);
    return found;
  };
  return { ...view, stop };
};

const BRANCHES = `workflow: order
name: Order
form: {title: Order, fields: {}}
steps:
  customer: {title: Customer, use: erp/party.upsert}
  mail: {title: Mail, use: post/email.send}
  sale: {title: Sale, use: erp/sale.create, needs: [customer]}
  last: {title: Last, use: lost/email.send, needs: [customer, sale]}
`;

test('each stop says its system, its action and its condition in words', async () => {
  const { stop } = await opened();
  expect(stop('Creating the customer')).toHaveTextContent('Our ERP: Create or update the customer');
  expect(stop('Creating the sale')).toHaveTextContent(/Only when .*product/i);
  expect(stop('Creating the sale')).not.toHaveTextContent('After');
});

test('a step that does not follow the one above says after what it comes', async () => {
  const { stop } = await opened(BRANCHES);
  expect(stop('Customer')).not.toHaveTextContent('After the form');
  expect(stop('Mail')).toHaveTextContent('After the form');
  expect(stop('Sale')).toHaveTextContent('After “Customer”');
  expect(stop('Last')).toHaveTextContent('After “Customer” and “Sale”');
  expect(stop('Last')).toHaveTextContent('“lost” is not there');
});

test('the open one is marked, and so is what is to be mended', async () => {
  const { user, stop, store } = await opened();
  await user.click(screen.getByRole('button', { name: 'Creating the sale' }));
  expect(store.getState().at).toBe('steps.sale');
  expect(screen.getByRole('button', { current: true })).toHaveTextContent('Creating the sale');
  const fault = {
    field: 'steps.sale.with.party',
    message: 'say what',
    code: null,
    params: {},
    line: 1,
    column: 1,
  };
  act(() => store.setState({ faults: [fault] }));
  expect(stop('Creating the sale')).toHaveTextContent('1 problem');
  expect(stop('Creating the sale')).toHaveAttribute('data-state', 'needs');
  expect(stop('Creating the customer')).not.toHaveTextContent('problem');
});

test('Alt and an arrow move a stop, say where it stands, and keep the focus', async () => {
  const { user, steps } = await opened();
  const name = screen.getByRole('button', { name: 'Creating the customer' });
  await user.click(name);
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
  expect(Object.keys(steps())).toEqual(['sale', 'customer', 'mail']);
  expect(steps().sale?.needs).toEqual(['customer']);
  expect(screen.getByText('“Creating the customer” stands at place 2.')).toBeInTheDocument();
  expect(name).toHaveFocus();
});

test('a step can be added between any two', async () => {
  await opened();
  const route = screen.getByRole('list', { name: 'Steps' });
  const names = within(route)
    .getAllByRole('button', { name: /^Add a step/ })
    .map((each) => each.getAttribute('aria-label'));
  expect(names).toEqual([
    'Add a step right after the form',
    'Add a step after “Creating the customer”',
    'Add a step after “Creating the sale”',
    'Add a step after “Telling sales”',
  ]);
});
