import { HttpResponse, http } from 'msw';
import { openableDialogs } from '@/lib/testing/dialog';
import { measurable } from '@/lib/testing/measurable';
import { renderApp } from '@/lib/testing/render';
import { server } from '@/lib/testing/server';
import { EditorProvider } from '../../store/context';
import { createEditorStore } from '../../store/editor-store';
import { Mapping } from '../mapping';

const DOCUMENT = `
workflow: order
name: Order
form:
  fields:
    company: {kind: text, label: Company}
    mail: {kind: email, label: Your e-mail address}
    phone: {kind: phone, label: Phone, required: false}
    country: {kind: country, label: Country}
    size:
      kind: choice
      label: Size
      choices: [{value: S, label: Small}, {value: L, label: Large}]
    lines:
      kind: group
      label: Order lines
      fields:
        product: {kind: text, label: Product}
        pieces: {kind: integer, label: Pieces}
        remark: {kind: text, label: Remark, required: false}
steps:
  customer:
    title: The customer
    use: erp/party.create
    with: {}
  sale:
    title: The sale
    use: erp/sale.create
    needs: [customer]
    with: {}
`;

const nullable = (schema: object) => ({ anyOf: [schema, { type: 'null' }], default: null });
const TEXT = { type: 'string', maxLength: 255 };
const NUMBER = { anyOf: [{ type: 'number' }, { type: 'string' }] };

const PARTY = {
  type: 'object',
  required: ['name'],
  properties: {
    name: { ...TEXT, title: 'Name', description: 'Of the company or the person.' },
    by: { type: 'string', enum: ['email', 'code'], title: 'Find by', default: 'email' },
    email: { ...nullable({ type: 'string', format: 'email' }), title: 'E-mail' },
    phone: { ...nullable(TEXT), title: 'Phone' },
    country: { ...nullable(TEXT), title: 'Country' },
    currency: { ...nullable(TEXT), title: 'Currency' },
    body: { default: null, title: 'Body' },
  },
};
const LINE = {
  type: 'object',
  required: ['product', 'quantity'],
  properties: {
    product: { anyOf: [TEXT, { type: 'integer' }], title: 'Product' },
    quantity: { ...NUMBER, title: 'Quantity' },
    description: { ...nullable(TEXT), title: 'Description' },
  },
};
const SALE = {
  $defs: { Line: LINE },
  type: 'object',
  required: ['party', 'lines'],
  properties: {
    party: { type: 'integer', title: 'Customer' },
    lines: { type: 'array', items: { $ref: '#/$defs/Line' }, title: 'Lines' },
  },
};
const OUTPUT = {
  type: 'object',
  required: ['id'],
  properties: {
    id: { type: 'integer', title: 'Number of the record' },
    record: { ...nullable({ type: 'string' }), title: 'Record' },
  },
};

const CONNECTOR = {
  name: 'tryton',
  title: 'Tryton',
  lists: [
    { name: 'products', title: 'Products' },
    { name: 'currencies', title: 'Currencies' },
  ],
  actions: [
    {
      name: 'party.create',
      title: 'Create a customer',
      input_schema: PARTY,
      output_schema: OUTPUT,
    },
    { name: 'sale.create', title: 'Create a sale', input_schema: SALE, output_schema: OUTPUT },
  ],
};

/** The inputs of one step of an order, with a system that has lists. */
export function showMapping(step: string) {
  openableDialogs();
  measurable();
  const erp = { id: '1', slug: 'erp', name: 'Our Tryton', connector: 'tryton' };
  const euro = { value: 'EUR', label: 'Euro', detail: '' };
  server.use(
    http.get('*/api/v1/connections', () => HttpResponse.json({ items: [erp], next_cursor: null })),
    http.get('*/api/v1/connectors', () => HttpResponse.json({ items: [CONNECTOR] })),
    http.get('*/api/v1/connections/erp/lists/currencies', () =>
      HttpResponse.json({ items: [euro], total: 1 }),
    ),
  );
  const store = createEditorStore('order', DOCUMENT, 'tag');
  store.setState({ sample: { data: { company: 'Nordwind' }, reference: null } });
  const view = renderApp(
    <EditorProvider store={store}>
      <Mapping step={step} />
    </EditorProvider>,
  );
  const definition = () => store.getState().history.now.definition;
  const sent = () => definition()?.steps[step]?.with ?? {};
  return { ...view, store, definition, sent };
}
