import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import type { Permission, VersionOut, WorkflowOut } from '@/lib/api/model';
import { meAs } from '@/lib/testing/me';
import { renderApp } from '@/lib/testing/render';
import { server } from '@/lib/testing/server';
import { WorkflowDetail } from '../detail/workflow-detail';
import { connection, version, workflow } from './workflows';

const DEFINITION = {
  workflow: 'leads',
  steps: {
    customer: { title: { en: 'Creating the customer', de: 'Anlegen' }, use: 'erp/party.upsert' },
    sales: {
      title: 'Telling sales',
      use: 'gone/email.send',
      needs: ['customer'],
      when: "${{ input.country == 'AT' }}",
    },
  },
};
const VERSIONS = [
  version({ number: 3, state: 'live', restores: 1, note: 'Austria was missing' }),
  version({ number: 2, published_by: 'Grace Hopper' }),
  version({ number: 1 }),
];
const PROTECTION = {
  honeypot: true,
  min_seconds: 3,
  proof_of_work: false,
  allowed_origins: ['https://www.shop.example'],
};

export function serving(
  over: Partial<WorkflowOut> = {},
  permissions: Permission[] = ['workflows:manage'],
  versions: VersionOut[] = VERSIONS,
) {
  const sent: [string, string, unknown][] = [];
  const noting =
    (answer: (body: unknown) => object) =>
    async ({ request }: { request: Request }) => {
      const text = await request.text();
      const body = text ? JSON.parse(text) : null;
      sent.push([request.method, new URL(request.url).pathname.split('/leads/')[1] ?? '', body]);
      return HttpResponse.json(answer(body));
    };
  const document = { document: '', definition: DEFINITION };
  server.use(
    http.get('*/api/v1/me', () => HttpResponse.json(meAs('admin', { permissions }))),
    http.get('*/api/v1/connections', () =>
      HttpResponse.json({ items: [connection('erp', 'Our Tryton', 'tryton')], next_cursor: null }),
    ),
    http.get('*/api/v1/submissions/count', () => HttpResponse.json({ count: 2, exact: true })),
    http.get('*/api/v1/workflows/leads', () => HttpResponse.json(workflow(over))),
    http.get('*/api/v1/workflows/leads/live', () => HttpResponse.json(document)),
    http.get('*/api/v1/workflows/leads/draft', () => HttpResponse.json(document)),
    http.get('*/api/v1/workflows/leads/versions', () => HttpResponse.json({ items: versions })),
    http.get('*/api/v1/workflows/leads/diff', ({ request }) => {
      const { searchParams: asked } = new URL(request.url);
      const said = `Changed from ${asked.get('before')} to ${asked.get('after')}`;
      return HttpResponse.json({
        changes: [said],
        text: `-name: Of ${asked.get('before')}\n+name: Of ${asked.get('after')}\n`,
      });
    }),
    http.get('*/api/v1/workflows/leads/protection', () => HttpResponse.json(PROTECTION)),
    http.put(
      '*/api/v1/workflows/leads/protection',
      noting((body) => body as object),
    ),
    http.post(
      '*/api/v1/workflows/leads/*',
      noting(() => version({ number: 4 })),
    ),
    http.delete(
      '*/api/v1/workflows/leads/draft',
      noting(() => ({})),
    ),
  );
  return sent;
}

export const opened = async () => {
  const view = renderApp(<WorkflowDetail slug="leads" />);
  await screen.findByRole('heading', { level: 1, name: 'Leads' });
  return view.user;
};
