import { act, screen, waitFor, within } from '@testing-library/react';
import { EditorView } from '@codemirror/view';
import { showMapping } from './testing/order';

const what = (title: string) => screen.findByLabelText(`What is sent as “${title}”`);
const button = (name: string | RegExp) => screen.getByRole('button', { name });

test('what is needed and empty stands out, and every input says what it takes', async () => {
  showMapping('customer');
  expect(await what('Name')).toHaveAccessibleDescription('Needed: choose what to send.');
  expect(screen.getByRole('group', { name: 'Name text, needed' })).toBeVisible();
  expect(screen.getByRole('group', { name: 'E-mail e-mail address' })).toBeVisible();
  expect(screen.getByRole('group', { name: 'Find by one of several choices' })).toBeVisible();
});

test('suggestions are listed, and applied only when somebody says so', async () => {
  const { user, sent } = showMapping('customer');
  await user.click(await screen.findByRole('button', { name: 'Suggest' }));
  const dialog = screen.getByRole('dialog', { name: 'What could be sent' });
  expect(
    within(dialog)
      .getAllByRole('checkbox')
      .map((each) => each.parentElement?.parentElement?.textContent),
  ).toEqual([
    'Name: “Company”',
    'E-mail: “Your e-mail address”',
    'Phone: “Phone”',
    'Country: “Country”',
  ]);
  expect(sent()).toEqual({});
  await user.click(within(dialog).getByLabelText('Country: “Country”'));
  await user.click(button('Apply 3 suggestions'));
  expect(sent()).toEqual({
    name: '${{ input.company }}',
    email: '${{ input.mail }}',
    phone: '${{ input.phone }}',
  });
});

test('the lines of an order are suggested from the rows of a group', async () => {
  const { user, sent } = showMapping('sale');
  await user.click(await screen.findByRole('button', { name: 'Suggest' }));
  const dialog = screen.getByRole('dialog', { name: 'What could be sent' });
  expect(
    within(dialog).getByLabelText(
      'Lines: one record for each row of “Order lines” (Product, Quantity)',
    ),
  ).toBeChecked();
  await user.click(button(/^Apply/));
  expect(sent()).toMatchObject({
    lines: "${{ input.lines.map(row, {'product': row.product, 'quantity': row.pieces}) }}",
  });
  expect(await what('Lines')).toHaveDisplayValue('One record for each row');
});

test('an answer is picked from the tree with its sample, and treated on its way', async () => {
  const { user, sent } = showMapping('customer');
  await user.selectOptions(await what('Phone'), 'An answer or result');
  await user.click(button('Choose an answer or result'));
  const dialog = screen.getByRole('dialog', { name: 'Choose a value' });
  expect(within(dialog).getByText('in the sample: Nordwind')).toBeVisible();
  await user.type(within(dialog).getByLabelText('Search'), 'pho');
  expect(within(dialog).queryByRole('button', { name: /^Company/ })).toBeNull();
  await user.click(within(dialog).getByRole('button', { name: /^Phone.*may be empty/ }));
  expect(sent()).toEqual({ phone: '${{ input.phone }}' });
  await user.selectOptions(screen.getByLabelText('Change it on the way'), 'In capital letters');
  expect(sent()).toEqual({
    phone: '${{ has(input.phone) ? optional.of(input.phone.upper()) : optional.none() }}',
  });
  await user.selectOptions(screen.getByLabelText('If it is empty'), 'Send this instead');
  await user.type(screen.getByLabelText('What is sent instead'), 'none');
  expect(sent()).toEqual({ phone: "${{ has(input.phone) ? input.phone.upper() : 'none' }}" });
});

test('a code list becomes a table of the definition, and goes with its last use', async () => {
  const { user, sent, definition } = showMapping('customer');
  await user.selectOptions(await what('Country'), 'An answer or result');
  await user.click(button('Choose an answer or result'));
  await user.click(button(/^Size/));
  await user.selectOptions(screen.getByLabelText('Change it on the way'), 'By a code list');
  expect(sent()).toEqual({ country: "${{ lookup(tables.size, input.size, '') }}" });
  await user.clear(screen.getByLabelText('What is sent for Large'));
  await user.type(screen.getByLabelText('What is sent for Large'), '9');
  await user.type(screen.getByLabelText('All others'), 'X');
  expect(definition()?.tables).toEqual({ size: { S: 'S', L: '9' } });
  expect(sent()).toEqual({ country: "${{ lookup(tables.size, input.size, 'X') }}" });
  await user.click(button('Remove “By a code list”'));
  expect(definition()).not.toHaveProperty('tables');
});

test('a text has values in it, which are shown by name, changed and removed', async () => {
  const { user, sent, container } = showMapping('customer');
  await user.selectOptions(await what('Name'), 'A text');
  const field = await screen.findByRole('textbox', { name: 'Value of “Name”' });
  expect(field).toHaveAttribute('data-place', 'steps.customer.with.name');
  const view = EditorView.findFromDOM(field) as EditorView;
  act(() => view.dispatch({ changes: { from: 0, insert: 'Lead ' }, selection: { anchor: 5 } }));
  await user.click(button('Insert a value'));
  await user.click(button(/^Phone/));
  expect(sent()).toEqual({ name: "Lead ${{ coalesce(input.phone, '') }}" });
  expect(container.querySelector('.cm-chip')).toHaveTextContent('Phone');
  await user.click(button('Change Phone'));
  await user.type(screen.getByLabelText('If it is empty: What is sent instead'), '-');
  expect(sent()).toEqual({ name: "Lead ${{ coalesce(input.phone, '-') }}" });
  await user.click(button('Remove “Phone”'));
  expect(sent()).toEqual({ name: 'Lead ' });
});

test('what a connected system has is offered, the list of that name first', async () => {
  const { user, sent } = showMapping('customer');
  await user.selectOptions(await what('Currency'), 'A text');
  await user.click(button('Choose from Our Tryton'));
  expect(screen.getByLabelText('List')).toHaveValue('currencies');
  await user.click(await screen.findByRole('button', { name: /^Euro/ }));
  expect(sent()).toEqual({ currency: 'EUR' });
});

test('a free body is made value by value', async () => {
  const { user, sent } = showMapping('customer');
  await user.selectOptions(await what('Body'), 'Single values');
  await user.type(screen.getByLabelText('Name'), 'lead.name{Enter}');
  await user.selectOptions(await what('lead.name'), 'An answer or result');
  await user.click(button('Choose an answer or result'));
  await user.click(button(/^Company/));
  expect(sent()).toEqual({ body: { 'lead.name': '${{ input.company }}' } });
});

test('one record is made for each row of a group, and what has the same name is taken', async () => {
  const { user, sent } = showMapping('sale');
  await user.selectOptions(await what('Lines'), 'One record for each row');
  const rows = screen.getByRole('combobox', { name: 'One record for each row of' });
  expect(rows).toHaveDisplayValue('Order lines');
  expect(sent()).toEqual({
    lines: "${{ input.lines.map(row, {'product': row.product, 'quantity': row.pieces}) }}",
  });
  const cell = screen.getByRole('group', { name: 'Description text' });
  await user.click(within(cell).getByRole('button', { name: 'Choose an answer or result' }));
  await user.click(button(/^Remark/));
  expect(sent().lines).toContain("'description': has(row.remark) ? row.remark : null");
});

test('a fixed list of records, and the result of a step before', async () => {
  const { user, sent } = showMapping('sale');
  await user.selectOptions(await what('Customer'), 'An answer or result');
  await user.click(button('Choose an answer or result'));
  const step = screen.getByRole('region', { name: 'The customer' });
  await user.click(within(step).getByRole('button', { name: /^Number of the record/ }));
  await user.selectOptions(await what('Lines'), 'A fixed list');
  await user.click(button('Add a record'));
  await user.selectOptions(await what('Quantity'), 'Always the same value');
  await user.type(screen.getByLabelText('Value of “Quantity”'), '1.5');
  await waitFor(() =>
    expect(sent()).toEqual({ party: '${{ steps.customer.id }}', lines: [{ quantity: '1.5' }] }),
  );
});
