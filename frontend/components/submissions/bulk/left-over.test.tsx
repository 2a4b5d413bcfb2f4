import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import type { BulkItemOut, BulkOut } from '@/lib/api/model';
import { renderApp } from '@/lib/testing/render';
import { server } from '@/lib/testing/server';
import { listOfRest } from './progress/left-over';
import { Outcomes } from './progress/outcomes';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

const STOPPED: BulkOut = {
  id: '0193a3f0-7c3e-7d10-8f00-0000000000b1',
  kind: 'resume',
  status: 'stopped',
  filter: { workflow: ['orders'], error_kind: ['invalid_input'] },
  field: null,
  decision: null,
  newest_version: true,
  total: 45,
  done: 17,
  refused: 0,
  last_refusal: null,
  rate_per_second: 1,
  started_by: 'Olga Berg',
  created_at: '2026-11-24T12:00:00Z',
  started_at: '2026-11-24T12:00:05Z',
  finished_at: '2026-11-24T12:00:25Z',
};
const PENDING: BulkItemOut = {
  submission_id: '0193a3f0-7c3e-7d10-8f00-000000000001',
  reference: 'WB-7K3M9QXD01',
  subject: 'Acme Ltd',
  status: 'failed',
  outcome: 'pending',
  reason: null,
  resumed_as: null,
  resumed_as_reference: null,
  resumed_as_status: null,
  at: null,
};

function serving(item: BulkItemOut) {
  server.use(
    http.get('*/api/v1/bulk-actions/:id/items', () =>
      HttpResponse.json({ items: [item], next_after: null }),
    ),
  );
}

test('of a stopped one the rest is told as not done, with the list to go on from', async () => {
  serving(PENDING);
  const { user } = renderApp(<Outcomes bulk={STOPPED} />);
  expect(screen.queryByText(/To come/)).not.toBeInTheDocument();
  await user.click(await screen.findByRole('tab', { name: 'Not done (28)' }));
  expect(await screen.findByText(/It was stopped before these/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'the list with the same filters' })).toHaveAttribute(
    'href',
    '/submissions?status=failed&status=cancelled&workflow=orders&error_kind=invalid_input&continued=false',
  );
});

test('of one that runs it is told as what is to come, without a way on', async () => {
  serving(PENDING);
  const { user } = renderApp(<Outcomes bulk={{ ...STOPPED, status: 'running' }} />);
  await user.click(await screen.findByRole('tab', { name: 'To come (28)' }));
  expect(await screen.findByText('Acme Ltd')).toBeVisible();
  expect(screen.queryByText(/It was stopped/)).not.toBeInTheDocument();
});

test('the list of the rest keeps the filter of the action', () => {
  const moments = {
    accepted_from: '2026-11-24T12:00:00Z',
    accepted_before: '2026-11-25T12:00:00Z',
  };
  const of = (kind: BulkOut['kind'], filter: BulkOut['filter']) =>
    listOfRest({ ...STOPPED, kind, filter })?.query;
  expect(of('correct', { status: ['failed'], continued: true, ...moments })).toEqual({
    status: 'failed',
    continued: 'true',
    ...moments,
  });
  expect(of('cancel', { status: ['needs_attention'], accepted_within: 'week' })).toEqual({
    status: 'needs_attention',
    accepted_within: 'week',
  });
  expect(of('cancel', {})).toEqual({});
});

test('those that were chosen one by one have no list of their own', async () => {
  const bulk = { ...STOPPED, filter: { ids: [PENDING.submission_id] } };
  expect(listOfRest(bulk)).toBeNull();
  serving(PENDING);
  const { user } = renderApp(<Outcomes bulk={bulk} />);
  await user.click(await screen.findByRole('tab', { name: 'Not done (28)' }));
  expect(await screen.findByText('Acme Ltd')).toBeVisible();
  expect(screen.queryByRole('link', { name: /list/ })).not.toBeInTheDocument();
});
