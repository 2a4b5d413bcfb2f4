import { HttpResponse, http } from 'msw';
import type { ReactElement } from 'react';
import { renderApp } from '@/lib/testing/render';
import { openableDialogs } from '@/lib/testing/dialog';
import { server } from '@/lib/testing/server';
import { EditorProvider } from '../../store/context';
import { createEditorStore } from '../../store/editor-store';

export const ORDER = `workflow: order
name: Order
form:
  title: Order
  fields:
    company: {kind: text, label: Company}
    email: {kind: email, label: E-mail}
    plan:
      kind: choice
      label: Plan
      choices: [{value: small, label: Small}, {value: large, label: Large}]
steps:
  customer:
    use: erp/party.upsert
    with: {name: "\${{ input.company }}", note: "\${{ input.company_size }} company"}
`;

/** A part of the builder at a place of a definition. */
export function editing(element: ReactElement, text = ORDER, at = 'form') {
  openableDialogs();
  server.use(
    http.get('*/api/v1/connections', () => HttpResponse.json({ items: [], next_cursor: null })),
    http.get('*/api/v1/connectors', () => HttpResponse.json({ items: [] })),
  );
  const store = createEditorStore('order', text, 'tag');
  store.setState({ at });
  const view = renderApp(<EditorProvider store={store}>{element}</EditorProvider>);
  const draft = () => {
    const { definition } = store.getState().history.now;
    if (!definition) throw new Error('It cannot be read.');
    return definition;
  };
  return { ...view, store, draft };
}
