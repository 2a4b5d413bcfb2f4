import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import type { DifferenceOut } from '@/lib/api/model';
import { renderApp } from '@/lib/testing/render';
import { server } from '@/lib/testing/server';
import { Differences } from './differences';

const STEP = { use: 'erp/party.upsert', with: { party: { name: 'Ann' } } };
const BEFORE = {
  workflow: 'leads',
  name: 'Leads',
  form: { title: 'Leads', fields: { company: { kind: 'text', label: 'Company' } } },
  steps: { customer: STEP },
};
const SCHEMA = {
  properties: {
    party: { title: 'Customer', type: 'object', properties: { name: { title: 'Full name' } } },
  },
};

function shown(difference: Partial<DifferenceOut>) {
  server.use(
    http.get('*/api/v1/connections', () =>
      HttpResponse.json({
        items: [{ slug: 'erp', name: 'Tryton in Vienna', connector: 'tryton' }],
        next_cursor: null,
      }),
    ),
    http.get('*/api/v1/connectors', () =>
      HttpResponse.json({
        items: [
          {
            name: 'tryton',
            actions: [
              { name: 'party.upsert', title: 'Find or create a customer', input_schema: SCHEMA },
            ],
          },
        ],
      }),
    ),
  );
  const whole = { changes: ['As given.'], parts: [], before: BEFORE, after: BEFORE, text: '' };
  return renderApp(
    <ul>
      <Differences difference={{ ...whole, ...difference }} />
    </ul>,
  );
}

test('steps without a title and inputs have the names that the system gives them', async () => {
  const path = ['steps', 'customer', 'with', 'party', 'name'];
  shown({ parts: [{ kind: 'changed', path, before: 'Ann', after: '${{ input.company }}' }] });
  await screen.findByText('Step “Find or create a customer”:');
  expect(screen.getByRole('listitem')).toHaveTextContent(
    'What it sends as “Customer: Full name”: “Ann” → the value of “Company”',
  );
});

test('a definition that this release cannot walk through is told in the words of the API', () => {
  shown({ after: { workflow: 'leads' } });
  expect(screen.getByRole('listitem')).toHaveTextContent('As given.');
});
