import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import type { BulkItemOut, BulkOut } from '@/lib/api/model';
import { meAs } from '@/lib/testing/me';
import { renderApp } from '@/lib/testing/render';
import { server } from '@/lib/testing/server';
import { BulkList } from './bulk-list';
import { BulkProgress } from './progress/bulk-progress';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

const BULK: BulkOut = {
  id: '0193a3f0-7c3e-7d10-8f00-0000000000b1',
  kind: 'resume',
  status: 'running',
  filter: { status: ['failed'] },
  field: null,
  decision: null,
  newest_version: true,
  total: 480,
  done: 120,
  refused: 2,
  last_refusal: 'It was taken up before.',
  rate_per_second: 1,
  started_by: 'Olga Berg',
  created_at: '2026-11-24T12:00:00Z',
  started_at: '2026-11-24T12:00:05Z',
  finished_at: null,
};
const LEFT: BulkItemOut = {
  submission_id: '0193a3f0-7c3e-7d10-8f00-000000000001',
  reference: 'WB-7K3M9QXD01',
  subject: 'Acme Ltd',
  status: 'failed',
  outcome: 'refused',
  reason: 'email: This is no e-mail address.',
  resumed_as: null,
  resumed_as_reference: null,
  resumed_as_status: null,
  at: '2026-11-24T12:01:00Z',
};

function serving(bulk: Partial<BulkOut> = {}) {
  const stopped: unknown[] = [];
  const asked: string[] = [];
  const permissions = ['submissions:read', 'submissions:operate'] as const;
  server.use(
    http.get('*/api/v1/me', () =>
      HttpResponse.json({ ...meAs('operator'), permissions: [...permissions] }),
    ),
    http.get('*/api/v1/bulk-actions', () =>
      HttpResponse.json({ items: [{ ...BULK, ...bulk }], next_cursor: null }),
    ),
    http.get('*/api/v1/bulk-actions/:id', () => HttpResponse.json({ ...BULK, ...bulk })),
    http.get('*/api/v1/bulk-actions/:id/items', ({ request }) => {
      const outcome = new URL(request.url).searchParams.get('outcome') ?? '';
      asked.push(outcome);
      const items = {
        refused: [LEFT],
        done: [
          {
            ...LEFT,
            outcome: 'done',
            reason: null,
            resumed_as: '0193a3f0-7c3e-7d10-8f00-000000000009',
            resumed_as_reference: 'WB-AGAIN',
            resumed_as_status: 'succeeded',
          },
        ],
      };
      return HttpResponse.json({
        items: outcome in items ? items[outcome as keyof typeof items] : [],
        next_after: null,
      });
    }),
    http.post('*/api/v1/bulk-actions/:id/stop', ({ params }) => {
      stopped.push(params.id);
      return HttpResponse.json({ ...BULK, ...bulk, status: 'stopped' });
    }),
  );
  return { stopped, asked };
}

const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();

test('it says how far it is, by whom, and how long it takes', async () => {
  serving({ started_at: ago(100) });
  renderApp(<BulkProgress id={BULK.id} />);
  expect(await screen.findByText('122 of 480 submissions')).toBeVisible();
  expect(screen.getByText('about 6 minutes to go')).toBeVisible();
  expect(screen.getByText('Olga Berg')).toBeVisible();
  expect(screen.getByText('The newest of their workflow')).toBeVisible();
  expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '25');
});

test('what is slower than its rate is told at the pace that it had', async () => {
  serving({ started_at: ago(1220) });
  renderApp(<BulkProgress id={BULK.id} />);
  expect(await screen.findByText('about 60 minutes to go')).toBeVisible();
});

test('those that were left come first, each with why and a link', async () => {
  const { asked } = serving();
  const { user } = renderApp(<BulkProgress id={BULK.id} />);
  const row = await screen.findByRole('row', { name: /WB-7K3M9QXD01/ });
  expect(row).toHaveTextContent('email: This is no e-mail address.');
  expect(within(row).getByRole('link')).toHaveAttribute(
    'href',
    '/submissions/0193a3f0-7c3e-7d10-8f00-000000000001',
  );
  await user.click(screen.getByRole('tab', { name: 'Done (120)' }));
  expect(await screen.findByRole('link', { name: 'WB-AGAIN' })).toBeVisible();
  const done = screen.getByRole('row', { name: /WB-7K3M9QXD01/ });
  expect(done).toHaveTextContent('Deliveredwent on as WB-AGAIN');
  expect(done).not.toHaveTextContent('Failed');
  await user.click(screen.getByRole('tab', { name: 'To come (358)' }));
  expect(await screen.findByText('None is left to do.')).toBeVisible();
  expect(new Set(asked)).toEqual(new Set(['refused', 'done', 'pending']));
});

test('it can be stopped where it is', async () => {
  const { stopped } = serving();
  const { user } = renderApp(<BulkProgress id={BULK.id} />);
  await user.click(await screen.findByRole('button', { name: 'Stop' }));
  await waitFor(() => expect(stopped).toEqual([BULK.id]));
  expect((await screen.findAllByText('Stopped. What was done stays done.'))[0]).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Stop' })).not.toBeInTheDocument();
});

test('its end is said, and says of what is no longer kept why nothing is there', async () => {
  serving({ status: 'done', done: 478, finished_at: '2026-11-24T12:09:00Z' });
  server.use(
    http.get('*/api/v1/bulk-actions/:id/items', () =>
      HttpResponse.json({ items: [], next_after: null }),
    ),
  );
  renderApp(<BulkProgress id={BULK.id} />);
  const said = 'Finished: 478 submissions treated, 2 left as they are.';
  expect((await screen.findAllByText(said))[0]).toBeVisible();
  expect(await screen.findByText(/kept for 90 days/)).toBeVisible();
});

test('one that is not there says so', async () => {
  serving();
  server.use(
    http.get('*/api/v1/bulk-actions/:id', () =>
      HttpResponse.json({ title: 'x', detail: 'None.' }, { status: 404 }),
    ),
  );
  renderApp(<BulkProgress id={BULK.id} />);
  expect(await screen.findByText('There is no such bulk action')).toBeVisible();
});

test('the list leads to each, with its state', async () => {
  serving();
  renderApp(<BulkList />);
  const row = await screen.findByRole('row', { name: /Take up again/ });
  expect(row).toHaveTextContent('Running');
  expect(row).toHaveTextContent('120 of 480');
  expect(within(row).getByRole('link')).toHaveAttribute('href', `/submissions/bulk/${BULK.id}`);
});

test('an empty list says where to begin, and a failure can be tried again', async () => {
  serving();
  server.use(
    http.get('*/api/v1/bulk-actions', () => HttpResponse.json({ items: [], next_cursor: null })),
  );
  const { unmount } = renderApp(<BulkList />);
  expect(await screen.findByText('No bulk action yet')).toBeVisible();
  expect(screen.getByRole('link', { name: 'list' })).toHaveAttribute('href', '/submissions');
  unmount();
  server.use(http.get('*/api/v1/bulk-actions', () => new HttpResponse(null, { status: 500 })));
  const { user } = renderApp(<BulkList />);
  const again = await screen.findByRole('button', { name: 'Try again' });
  serving();
  await user.click(again);
  expect(await screen.findByRole('row', { name: /Take up again/ })).toBeVisible();
});
