import { act, screen, waitFor } from '@testing-library/react';
import { FormPane } from './form-pane';
import { ORDER, editing } from './testing/editor';

const IN_TWO = ORDER.replace('  title: Order', '  languages: [en, de]\n  title: Order');
const plan = 'form.fields.plan';

test('a form of two languages has an input for each, and says what is missing', async () => {
  const text = IN_TWO.replace('title: Order', 'title: {en: Order, de: Bestellung}');
  const { user, draft } = editing(<FormPane />, text);
  expect(screen.getByLabelText('Title: German')).toHaveValue('Bestellung');
  expect(screen.getByText(/^German: 5 texts are missing/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Go to the next in German' }));
  await waitFor(() => expect(screen.getByLabelText('Question: German')).toHaveFocus());
  await user.keyboard('Firma');
  expect(draft().form.fields.company?.label).toEqual({ en: 'Company', de: 'Firma' });
  expect(screen.getByText(/^German: 4 texts are missing/)).toBeVisible();
});

test('a language is added, and removed with its texts', async () => {
  const { user, draft } = editing(<FormPane />);
  await user.selectOptions(screen.getByLabelText('Add a language'), 'German');
  await user.type(screen.getByLabelText('Title: German'), 'B');
  expect(draft().form).toMatchObject({ languages: ['en', 'de'], title: { en: 'Order', de: 'B' } });
  await user.click(screen.getByRole('button', { name: 'Remove German' }));
  expect(draft().form).toMatchObject({ languages: ['en'], title: 'Order' });
});

test('choices are added, pasted, moved, and stored as what they are called', async () => {
  const { user, draft } = editing(<FormPane />, ORDER, plan);
  await user.click(screen.getByRole('button', { name: 'Add a choice' }));
  await waitFor(() => expect(screen.getByLabelText('Choice 3')).toHaveFocus());
  await user.keyboard('Extra large');
  await user.tab();
  await user.click(screen.getByRole('button', { name: 'Move choice 3 up' }));
  await user.type(screen.getByLabelText('One choice on each line'), 'Über{Enter}{Enter}Small');
  await user.click(screen.getByRole('button', { name: 'Add these', hidden: true }));
  expect(draft().form.fields.plan?.choices).toEqual([
    { value: 'small', label: 'Small' },
    { value: 'extra_large', label: 'Extra large' },
    { value: 'large', label: 'Large' },
    { value: 'uber', label: 'Über' },
    { value: 'small_2', label: 'Small' },
  ]);
});

test('another key is taken over by what uses it, and by nothing that is only alike', async () => {
  const { user, draft, store } = editing(<FormPane />, ORDER, 'form.fields.company');
  const key = screen.getByLabelText('Key');
  await user.clear(key);
  await user.type(key, 'email{Enter}');
  expect(screen.getByText('Another question has the key email.')).toBeInTheDocument();
  await user.clear(key);
  await user.type(key, 'firm{Enter}');
  expect(Object.keys(draft().form.fields)).toEqual(['firm', 'email', 'plan']);
  expect(draft().steps.customer?.with).toEqual({
    name: '${{ input.firm }}',
    note: '${{ input.company_size }} company',
  });
  expect(store.getState().at).toBe('form.fields.firm');
});

test('another kind keeps what still says something', async () => {
  const text = ORDER.replace('label: Company}', 'label: Company, max_length: 9, placeholder: X}');
  const { user, draft } = editing(<FormPane />, text, 'form.fields.company');
  await user.selectOptions(screen.getByLabelText('Kind'), 'Phone number');
  expect(draft().form.fields.company).toEqual({
    kind: 'phone',
    label: 'Company',
    placeholder: 'X',
  });
});

test('what is wrong is told at its control', () => {
  const { store } = editing(<FormPane />, ORDER, 'form.fields.company');
  act(() =>
    store.setState({
      faults: [
        {
          field: 'form.fields.company.label',
          message: 'It is empty',
          code: null,
          params: {},
          line: 1,
          column: 1,
        },
      ],
    }),
  );
  expect(screen.getByLabelText('Question')).toHaveAccessibleDescription('It is empty');
});

test('pages are switched on, and one of two leaves its questions to the other', async () => {
  const { user, draft } = editing(<FormPane />);
  await user.click(screen.getByLabelText('Ask on several pages'));
  await user.click(screen.getByRole('button', { name: 'Add a page' }));
  expect(draft().form.pages).toEqual([{ fields: ['company', 'email', 'plan'] }, { fields: [] }]);
  await user.click(screen.getByRole('button', { name: 'Remove “Page 1”' }));
  expect(draft().form.pages).toEqual([{ fields: ['company', 'email', 'plan'] }]);
});

test('the first question of a new group is in each of its rows', async () => {
  const text = ORDER.replace('    plan:', '    lines: {kind: group, label: Lines}\n    plan:');
  const { user, draft, store } = editing(<FormPane />, text, 'form.fields.lines');
  await user.click(screen.getByRole('button', { name: 'Add a question' }));
  await user.click(screen.getByRole('button', { name: /^Whole number/ }));
  expect(draft().form.fields.lines?.fields).toEqual({
    whole_number: { kind: 'integer', label: 'Whole number' },
  });
  expect(store.getState().at).toBe('form.fields.lines.fields.whole_number');
  expect(screen.getByRole('region', { name: 'Question: Whole number' })).toBeVisible();
});

test('what is typed runs as its own letters do', () => {
  editing(<FormPane />, undefined, 'form.fields.company');
  expect(screen.getByLabelText('Question')).toHaveAttribute('dir', 'auto');
});
