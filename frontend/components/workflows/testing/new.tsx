import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import type { ConnectionOut, Permission, PreviewOut } from '@/lib/api/model';
import { meAs } from '@/lib/testing/me';
import { renderApp } from '@/lib/testing/render';
import { resetRouter } from '@/lib/testing/router';
import { server } from '@/lib/testing/server';
import { NewWorkflow } from '../new/new-workflow';
import { CONNECTORS, TEMPLATE, connection } from './workflows';

export const ERP = connection('erp', 'Our Tryton', 'tryton');
export const MAIL = connection('mail', 'Our mail', 'email');
export const FAULT = {
  field: 'form.address',
  message: 'Another form has the address `leads`',
  line: null,
  column: null,
};
export const PREVIEW: PreviewOut = {
  workflow: 'leads',
  version: null,
  language: 'en',
  subject: 'Nordwind Trading',
  data: {},
  notes: ['The outputs of earlier steps are samples.'],
  note_codes: [],
  steps: [
    {
      key: 'customer',
      title: 'Creating the customer',
      connection: 'erp',
      connector: 'tryton',
      action: 'party.upsert',
      effect: 'readable',
      needs: [],
      condition: null,
      fate: 'sent',
      reason: null,
      skip: null,
      ordering: null,
      assumes: [],
      input: {},
      requests: [
        {
          about: 'Create the customer.',
          when: 'If no customer has it.',
          reads: false,
          method: 'POST',
          url: 'https://erp.example/party',
          headers: { Accept: 'application/json' },
          body: { name: 'Nordwind Trading' },
          decoded: {},
          is_cut: false,
        },
      ],
      output: null,
    },
  ],
};

type Sent = { path: string; body: unknown };

export function serving(
  connections: ConnectionOut[] = [ERP, MAIL],
  permissions: Permission[] = ['workflows:manage'],
) {
  const sent: Sent[] = [];
  const noting = (answer: unknown) => async (info: { request: Request }) => {
    const text = await info.request.text();
    const isJson = text.startsWith('{');
    sent.push({
      path: new URL(info.request.url).pathname.replace('/api/v1', ''),
      body: isJson ? JSON.parse(text) : text,
    });
    return HttpResponse.json(answer as object);
  };
  server.use(
    http.get('*/api/v1/me', () => HttpResponse.json(meAs('admin', { permissions }))),
    http.get('*/api/v1/connectors', () => HttpResponse.json(CONNECTORS)),
    http.get('*/api/v1/connections', () =>
      HttpResponse.json({ items: connections, next_cursor: null }),
    ),
    http.get('*/api/v1/workflow-templates', () => HttpResponse.json({ items: [TEMPLATE] })),
    http.get('*/api/v1/workflow-templates/:id', () => HttpResponse.json(TEMPLATE)),
    http.post('*/api/v1/workflow-templates/:id/fill', noting({ document: 'filled', faults: [] })),
    http.post('*/api/v1/workflows', noting({ workflow: 'leads' })),
    http.post('*/api/v1/workflows/preview', noting(PREVIEW)),
    http.post('*/api/v1/workflows/check', noting({ ok: false, faults: [{ ...FAULT, line: 4 }] })),
    http.post('*/api/v1/workflows/leads/publish', noting({ number: 1 })),
  );
  return sent;
}

export const refusing = (status: number, problem: object) =>
  server.use(
    http.post('*/api/v1/workflow-templates/:id/fill', () =>
      HttpResponse.json({ title: 'Refused', ...problem }, { status }),
    ),
  );

export const setup = async (query: Record<string, string> = {}) => {
  resetRouter({ template: 'lead-to-erp', ...query });
  const view = renderApp(<NewWorkflow />);
  await screen.findByRole('heading', { level: 1, name: 'Contact form to ERP' });
  return view.user;
};
