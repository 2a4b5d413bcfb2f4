import { EditorView } from '@codemirror/view';
import { act, screen, within } from '@testing-library/react';
import { openableDialogs } from '@/lib/testing/dialog';
import { StepPane } from './step-pane';
import { CONNECTIONS, editing } from './testing/editing';

beforeAll(openableDialogs);

const opened = async (step: string, connections = CONNECTIONS) => {
  const view = editing(<StepPane step={step} />, connections);
  await screen.findByRole('button', { name: 'Another system …' });
  return view;
};

test('another connection of the same kind of system keeps the action', async () => {
  const { user, steps } = await opened('customer');
  await user.selectOptions(screen.getByLabelText('System'), 'Old ERP');
  expect(steps().customer?.use).toBe('old/party.upsert');
  expect(screen.getByText('Paused')).toBeVisible();
});

test('what another action does not take is told, and kept until it is taken out', async () => {
  const { user, steps } = await opened('customer');
  await user.selectOptions(screen.getByLabelText('What it does there'), 'Create the sale');
  const note = screen.getByText(/“Create the sale” does not take this/);
  expect(note).toHaveTextContent('name');
  expect(steps().customer?.with).toEqual({ name: '${{ input.company }}' });
  await user.click(screen.getByRole('button', { name: 'Take out' }));
  expect(steps().customer).not.toHaveProperty('with');
});

test('where the connection is not there, it is said what can be chosen, and nothing is lost', async () => {
  const { user, steps } = await opened('customer', CONNECTIONS.slice(1));
  expect(screen.getByRole('alert')).toHaveTextContent(/goes to “erp”, which this organization/);
  expect(screen.getByRole('alert')).toHaveAttribute('data-place', 'steps.customer.use');
  await user.click(screen.getByRole('button', { name: 'Use Old ERP' }));
  expect(steps().customer).toMatchObject({
    use: 'old/party.upsert',
    with: { name: '${{ input.company }}' },
  });
});

test('only steps that do not wait for it can be waited for', async () => {
  const { user, steps } = await opened('sale');
  const choices = screen.getByRole('group', { name: 'It waits for' });
  expect(within(choices).getAllByRole('checkbox')).toHaveLength(1);
  expect(screen.getByText('It begins when “Creating the customer” has ended.')).toBeVisible();
  await user.click(within(choices).getByRole('checkbox', { name: 'Creating the customer' }));
  expect(steps().sale?.needs).toEqual(['customer']);
  expect(screen.getByRole('alert')).toHaveTextContent('what it sends as “party”');
  await user.click(screen.getByRole('button', { name: /and empty what uses it/ }));
  expect(steps().sale?.needs).toBeUndefined();
  expect(Object.keys(steps().sale?.with ?? {})).toEqual(['note']);
  expect(screen.getByText('It begins as soon as the form is sent.')).toBeVisible();
});

test('what is skipped with it is said', async () => {
  await opened('sale');
  expect(screen.getByText(/“Telling sales” is skipped too/)).toBeVisible();
});

test('the number there goes into the text at the cursor', async () => {
  const { user, steps } = await opened('customer');
  const field = await screen.findByRole('textbox', { name: 'When it is done' });
  const view = EditorView.findFromDOM(field) as EditorView;
  act(() => view.dispatch({ changes: { from: 0, insert: 'Done as .' }, selection: { anchor: 8 } }));
  await user.click(screen.getByRole('button', { name: /^Insert the number there/ }));
  expect(steps().customer?.done).toBe('Done as ${{ record }}.');
  expect(field.querySelector('.cm-chip')).toHaveTextContent('the number there');
  act(() => view.dispatch({ changes: { from: 0, to: view.state.doc.length } }));
  expect(steps().customer).not.toHaveProperty('done');
});

test('the tries are said in words, and only what is written differs from the usual', async () => {
  const { user, steps } = await opened('customer');
  await user.click(screen.getByText(/^More:/));
  expect(screen.getByText(/after at most 5 s, 15 s, 45 s … 1 day/)).toHaveTextContent(
    'up to 14 tries in at most 3 days',
  );
  await user.type(screen.getByLabelText('Tries in all'), '3');
  expect(steps().customer?.retry).toEqual({ max_tries: 3 });
  expect(screen.getByText(/after at most 5 s, 15 s:/)).toHaveTextContent('3 tries in at most 20 s');
  await user.type(screen.getByLabelText('Tries in all'), '99');
  expect(screen.getByText('A whole number from 1 to 100.')).toBeVisible();
  await user.clear(screen.getByLabelText('Tries in all'));
  expect(steps().customer).not.toHaveProperty('retry');
});
