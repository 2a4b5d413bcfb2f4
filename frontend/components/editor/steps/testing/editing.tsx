import type { ReactElement } from 'react';
import { HttpResponse, http } from 'msw';
import type { ActionOut, ConnectionOut, ConnectorOut } from '@/lib/api/model';
import { meAs } from '@/lib/testing/me';
import { renderApp } from '@/lib/testing/render';
import { server } from '@/lib/testing/server';
import { EditorProvider } from '../../store/context';
import { createEditorStore, currentText } from '../../store/editor-store';

const YAML = `workflow: order
name: Order
form:
  title: Order
  fields:
    company: {label: Company, kind: text}
    product: {label: Product, kind: text, required: false}
steps:
  customer:
    title: Creating the customer
    use: erp/party.upsert
    with:
      name: \${{ input.company }}
  sale:
    title: Creating the sale
    use: erp/sale.create
    needs: [customer]
    when: \${{ has(input.product) }}
    with:
      party: \${{ steps.customer.id }}
      note: "steps.customer.id of \${{ 'steps.customer' }}"
  mail:
    title: Telling sales
    use: post/email.send
    needs: [sale]
    with:
      subject: Sale \${{ steps["sale"].record }}
      to: sales@example.com
`;

const action = (name: string, title: string, inputs: string[]): ActionOut => ({
  name,
  title,
  description: `${title} there.`,
  effect: name === 'email.send' ? 'blind' : 'readable',
  effect_meaning: '',
  input_schema: {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      inputs.map((each) => [each, { type: 'string', title: `The ${each}` }]),
    ),
  },
  output_schema: {},
});

const kind = (name: string, title: string, actions: ActionOut[]) =>
  ({ name, title, description: '', lists: [], actions }) as unknown as ConnectorOut;

export const connection = (slug: string, name: string, connector: string, state = 'working') =>
  ({ id: slug, slug, name, connector, health: { state } }) as ConnectionOut;

const KINDS = [
  kind('tryton', 'Tryton', [
    action('party.upsert', 'Create or update the customer', ['name', 'email']),
    action('sale.create', 'Create the sale', ['party', 'note']),
  ]),
  kind('email', 'Mail server', [action('email.send', 'Send an e-mail', ['to', 'subject'])]),
];

export const CONNECTIONS = [
  connection('erp', 'Our ERP', 'tryton'),
  connection('old', 'Old ERP', 'tryton', 'paused'),
  connection('post', 'Our mail', 'email'),
];

/** A part of the editor with three steps, and what the organization has connected. */
export function editing(element: ReactElement, connections = CONNECTIONS, yaml = YAML) {
  const known = { connections };
  server.use(
    http.get('*/api/v1/me', () =>
      HttpResponse.json(meAs('admin', { permissions: ['connections:manage'] })),
    ),
    http.get('*/api/v1/connections', () =>
      HttpResponse.json({ items: known.connections, next_cursor: null }),
    ),
    http.get('*/api/v1/connectors', () => HttpResponse.json({ items: KINDS })),
  );
  const store = createEditorStore('order', yaml, 'tag');
  const view = renderApp(<EditorProvider store={store}>{element}</EditorProvider>);
  const steps = () => store.getState().history.now.definition?.steps ?? {};
  return { ...view, store, steps, known, text: () => currentText(store) };
}
