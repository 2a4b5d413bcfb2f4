import { HttpResponse, http } from 'msw';
import type {
  SubmissionCountOut,
  SubmissionOut,
  WaitOut,
  WorkflowListedOut,
} from '@/lib/api/model';
import { meAs } from '@/lib/testing/me';
import { server } from '@/lib/testing/server';

export const CONNECTION = '0193a3f0-7c3e-7d10-8f00-0000000000c1';
export const idOf = (number: number) =>
  `0193a3f0-7c3e-7d10-8f00-${String(number).padStart(12, '0')}`;

export const item = (over: Partial<SubmissionOut> = {}): SubmissionOut => ({
  id: idOf(1),
  reference: 'WB-7K3M9QXD01',
  workflow: { slug: 'new-customer', name: 'New customer' },
  status: 'succeeded',
  title: 'Acme Ltd',
  source: 'form',
  created_at: '2026-11-24T12:00:00Z',
  changed_at: '2026-11-24T12:00:05Z',
  finished_at: null,
  steps_total: 3,
  steps_done: 3,
  problem: null,
  error_kind: null,
  wait: null,
  resumed_as: null,
  ...over,
});

export const many = (count: number): SubmissionOut[] =>
  Array.from({ length: count }, (_, index) =>
    item({ id: idOf(count - index), reference: `WB-${count - index}`, title: `Firm ${index}` }),
  );

export const wait = (over: Partial<WaitOut> = {}): WaitOut => ({
  reason: 'paused',
  sentence: 'Sending to ERP is paused.',
  until: null,
  since: new Date(Date.now() - 30 * 60_000).toISOString(),
  pause: 'operator',
  by: 'Ada Berg',
  message: null,
  step: 'Creating the customer',
  connection: { id: CONNECTION, slug: 'erp', name: 'ERP' },
  ...over,
});

/** What the list was asked for; questions about single rows and newer ones are not among it. */
export function answering(
  pages: SubmissionOut[][],
  count: SubmissionCountOut = { count: pages.flat().length, exact: true },
): URL[] {
  const asked: URL[] = [];
  server.use(
    http.get('*/api/v1/me', () =>
      HttpResponse.json(
        meAs('operator', { permissions: ['submissions:read', 'submissions:operate'] }),
      ),
    ),
    http.get('*/api/v1/views', () => HttpResponse.json({ items: [] })),
    http.get('*/api/v1/members', () => HttpResponse.json({ items: [], next_cursor: null })),
    http.get('*/api/v1/connections', () => HttpResponse.json({ items: [], next_cursor: null })),
    http.get('*/api/v1/workflows', () =>
      HttpResponse.json({ items: [workflow({})], next_cursor: null }),
    ),
    http.get('*/api/v1/submissions/count', () => HttpResponse.json(count)),
    http.get('*/api/v1/submissions', ({ request }) => {
      const url = new URL(request.url);
      const ids = url.searchParams.getAll('ids');
      if (ids.length > 0)
        return HttpResponse.json({
          items: pages.flat().filter(({ id }) => ids.includes(id)),
          next_cursor: null,
        });
      if (url.searchParams.get('limit') === '100') asked.push(url);
      const page = Number(url.searchParams.get('cursor')?.at(-1) ?? 0);
      const next = page + 1 < pages.length ? `page-0000000000000000${page + 1}` : null;
      return HttpResponse.json({ items: pages[page] ?? [], next_cursor: next });
    }),
  );
  return asked;
}

const NOTHING = { accepted: 0, failed: 0, needs_attention: 0 };

export const workflow = (over: Partial<WorkflowListedOut>): WorkflowListedOut => ({
  slug: 'orders',
  name: 'Orders',
  form_slug: 'order',
  version: 3,
  has_draft: false,
  archived_at: null,
  docs_url: '/api/v1/docs?workflow=orders',
  last_7_days: NOTHING,
  last_30_days: NOTHING,
  ...over,
});
