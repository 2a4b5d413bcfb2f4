import { EditorView } from '@codemirror/view';
import { act, screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { openableDialogs } from '@/lib/testing/dialog';
import { measurable } from '@/lib/testing/measurable';
import { renderApp } from '@/lib/testing/render';
import { server } from '@/lib/testing/server';
import { EditorProvider } from '../store/context';
import { createEditorStore } from '../store/editor-store';
import type { Place } from '../store/place';
import { ConditionField } from './condition-field';
import { conditionWords } from './condition-words';

const DOCUMENT = `
workflow: order
name: Order
form:
  fields:
    company: {kind: text, label: Company}
    country: {kind: country, label: Country}
    budget: {kind: decimal, label: Budget, required: false}
    product:
      kind: choice
      label: Product
      choices: [{value: DESK, label: Standing desk}, {value: CHAIR, label: Office chair}]
    note: {kind: text, label: Note}
    last: {kind: text, label: Last}
steps:
  sale: {use: erp/sale.create}
`;

beforeEach(() => {
  openableDialogs();
  measurable();
  const nothing = { items: [], next_cursor: null };
  server.use(
    http.get('*/api/v1/connections', () => HttpResponse.json(nothing)),
    http.get('*/api/v1/connectors', () => HttpResponse.json({ items: [] })),
    http.get('*/api/v1/schemas/expressions.json', () => HttpResponse.json({ functions: [] })),
  );
});

function shown(place: Place, condition?: string) {
  const text = condition ? `${DOCUMENT}    ` : DOCUMENT;
  const store = createEditorStore('order', text, 'tag');
  const draft = () => store.getState().history.now.definition;
  if (condition) {
    const now = draft();
    const question = now?.form.fields.note;
    if (!now || !question) throw new Error('no draft');
    const fields = { ...now.form.fields, note: { ...question, show_if: condition } };
    const definition = { ...now, form: { ...now.form, fields } };
    store.setState((state) => ({
      history: { ...state.history, now: { ...state.history.now, definition } },
    }));
  }
  const view = renderApp(
    <EditorProvider store={store}>
      <ConditionField place={place} label="When it is asked" />
    </EditorProvider>,
  );
  return { ...view, draft };
}

const NOTE = 'form.fields.note.show_if';
const press = (name: string | RegExp) => screen.getByRole('button', { name });

test('a condition is chosen, and stored as an expression once it is complete', async () => {
  const { user, draft } = shown(NOTE);
  expect(screen.getByText('Always.')).toBeVisible();
  await user.click(press('Add a condition'));
  await user.click(press('Choose what to look at'));
  const dialog = screen.getByRole('dialog', { name: 'Choose a value' });
  expect(within(dialog).queryByText('Last')).toBeNull();
  await user.click(within(dialog).getByRole('button', { name: /^Product/ }));
  expect(draft()?.form.fields.note).not.toHaveProperty('show_if');
  await user.selectOptions(
    screen.getByLabelText('With what “Product” is compared'),
    'Standing desk',
  );
  expect(draft()?.form.fields.note?.show_if).toBe("input.product == 'DESK'");
});

test('an answer that may be empty is looked at first, and numbers are compared exactly', async () => {
  const { user, draft } = shown('steps.sale.when');
  await user.click(press('Add a condition'));
  await user.click(press('Choose what to look at'));
  await user.click(press(/^Budget/));
  await user.selectOptions(screen.getByLabelText('How “Budget” is compared'), 'is at least');
  await user.type(screen.getByLabelText('With what “Budget” is compared'), '10.5');
  expect(draft()?.steps.sale?.when).toBe(
    "${{ has(input.budget) && decimal.compare(input.budget, '10.5') >= 0 }}",
  );
});

test('rows and a group are read back, changed, and taken away', async () => {
  const { user, draft } = shown(
    NOTE,
    "input.company == 'Acme' && (input.country == 'AT' || input.country == 'DE')",
  );
  expect(screen.getByRole('group', { name: 'One of these' })).toBeVisible();
  await user.selectOptions(
    screen.getAllByLabelText('With what “Country” is compared')[1] as Element,
    'FR',
  );
  expect(draft()?.form.fields.note?.show_if).toBe(
    "input.company == 'Acme' && (input.country == 'AT' || input.country == 'FR')",
  );
  await user.click(press('Remove the condition on “Company”'));
  expect(draft()?.form.fields.note?.show_if).toBe("input.country == 'AT' || input.country == 'FR'");
  await user.click(press('Remove all conditions'));
  expect(draft()?.form.fields.note).not.toHaveProperty('show_if');
});

test('what choices cannot say is shown as it is written, with the word of the server', async () => {
  const asked: unknown[] = [];
  server.use(
    http.post('*/api/v1/workflows/check/text', async ({ request }) => {
      asked.push(await request.json());
      const fault = { message: '`matches` needs a pattern', line: 1, column: 20 };
      return HttpResponse.json({ faults: [fault], type: null, value: null, reason: null });
    }),
  );
  const { draft } = shown(NOTE, "input.company.matches('^A')");
  const field = await screen.findByRole('textbox', { name: 'Condition as an expression' });
  expect(field).toHaveTextContent("input.company.matches('^A')");
  expect(field).toHaveAttribute('data-place', NOTE);
  expect(await screen.findByText('“matches” needs a pattern')).toBeVisible();
  expect(asked).toEqual([
    expect.objectContaining({ place: NOTE, text: "${{ input.company.matches('^A') }}" }),
  ]);
  const view = EditorView.findFromDOM(field) as EditorView;
  act(() => view.dispatch({ changes: { from: 0, insert: '!' } }));
  expect(draft()?.form.fields.note?.show_if).toBe("!input.company.matches('^A')");
});

test.each([
  [undefined, 'Always.'],
  [false, 'Never.'],
  ["${{ has(input.budget) && input.country == 'AT' }}", 'Budget is given and Country is Austria'],
  ["input.product in ['DESK', 'CHAIR']", 'Product is one of Standing desk, Office chair'],
  [
    "input.note == 'x' || (has(steps.sale) && input.note == 'y')",
    'Note is x or (sale is given and Note is y)',
  ],
  ["input.company.matches('^A')", "input.company.matches('^A')"],
])('%s is said as %s', (value, said) => {
  const { draft } = shown(NOTE);
  const now = draft();
  expect(now && conditionWords(value, now)).toBe(said);
});
