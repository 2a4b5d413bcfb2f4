import { currentCompletions, startCompletion } from '@codemirror/autocomplete';
import { forEachDiagnostic } from '@codemirror/lint';
import { EditorView } from '@codemirror/view';
import { act, screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { useState } from 'react';
import { measurable } from '@/lib/testing/measurable';
import { renderApp } from '@/lib/testing/render';
import { server } from '@/lib/testing/server';
import { speak } from '@/lib/words/languages';
import { EditorProvider } from '../../store/context';
import { createEditorStore } from '../../store/editor-store';
import { ExpressionField } from './expression-field';

const DOCUMENT = `
workflow: order
name: Order
form:
  fields:
    company: {kind: text, label: Company}
steps:
  sale: {use: erp/sale.create}
`;
const LOWER = {
  name: 'lower',
  signature: 'text.lower()',
  on_value: true,
  description: 'In small letters.',
  example: "'A'.lower()",
  result: "'a'",
};

function Field({ start }: { start: string }) {
  const [value, setValue] = useState(start);
  return (
    <ExpressionField
      place="steps.sale.with.name"
      label="Expression"
      value={value}
      onChange={setValue}
    />
  );
}

async function shown(start: string, answer: object) {
  measurable();
  server.use(
    http.get('*/api/v1/connections', () => HttpResponse.json({ items: [], next_cursor: null })),
    http.get('*/api/v1/connectors', () => HttpResponse.json({ items: [] })),
    http.get('*/api/v1/schemas/expressions.json', () => HttpResponse.json({ functions: [LOWER] })),
    http.post('*/api/v1/workflows/check/text', () =>
      HttpResponse.json({
        faults: [],
        type: 'a text',
        value: null,
        reason: null,
        is_absent: false,
        ...answer,
      }),
    ),
  );
  renderApp(
    <EditorProvider store={createEditorStore('order', DOCUMENT, 'tag')}>
      <Field start={start} />
    </EditorProvider>,
  );
  const field = await screen.findByRole('textbox', { name: 'Expression' });
  return EditorView.findFromDOM(field) as EditorView;
}

test('it shows what the sample gives', async () => {
  await shown('input.company', { value: 'Nordwind' });
  expect(await screen.findByText('With the sample it gives: "Nordwind"')).toBeVisible();
});

test('a fault stands under the character that it is about', async () => {
  const fault = { message: 'there is no `emial`', line: 1, column: 7 + '${{ '.length };
  const view = await shown('input.emial', { faults: [fault], type: null });
  expect(await screen.findByText('There is no “emial”')).toBeVisible();
  const drawn: [number, number][] = [];
  forEachDiagnostic(view.state, (_, from, to) => drawn.push([from, to]));
  expect(drawn).toEqual([[6, 11]]);
});

test('a fault is told in the language of the console', async () => {
  const names = { path: 'input.emial', near: 'email', options: [] };
  const fault = { message: 'no', code: 'field_unknown', params: names, line: 1, column: 5 };
  speak('de');
  await shown('input.emial', { faults: [fault], type: null });
  const said = 'Es gibt „input.emial“ nicht. Ist „email“ gemeint?';
  expect(await screen.findByText(said)).toBeVisible();
  speak('en');
});

test.each([
  ['input.company.l', 'input.company.lower'],
  ['comp', 'input.company'],
])('behind %s, %s is offered', async (typed, offered) => {
  const view = await shown(typed, { value: 'nordwind' });
  await screen.findByText('With the sample it gives: "nordwind"');
  act(() => {
    view.dispatch({ selection: { anchor: typed.length } });
    startCompletion(view);
  });
  await waitFor(() =>
    expect(currentCompletions(view.state).map(({ label }) => label)).toContain(offered),
  );
});
