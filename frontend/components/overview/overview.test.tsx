import { screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import type { NeedOut, OverviewOut, SubmissionCountsOut } from '@/lib/api/model';
import { watchableViews } from '@/lib/testing/measurable';
import { renderApp } from '@/lib/testing/render';
import { resetRouter, router } from '@/lib/testing/router';
import { server } from '@/lib/testing/server';
import { Overview } from './overview';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

const CONNECTION = { id: '0193a3f0-7c3e-7d10-8f00-0000000000c1', slug: 'erp', name: 'The ERP' };
const NEED: NeedOut = {
  kind: 'failed',
  name: 'Creating the customer',
  count: 312,
  more: false,
  since: '2026-11-24T12:00:00Z',
  until: null,
  workflow: { id: '0193a3f0-7c3e-7d10-8f00-0000000000d1', slug: 'customers', name: 'Customers' },
  connection: CONNECTION,
  error: 'invalid_input',
  reason: null,
  id: '0193a3f0-7c3e-7d10-8f00-0000000000e1',
};
const counts = (over: Partial<SubmissionCountsOut> = {}): SubmissionCountsOut => ({
  accepted: 0,
  succeeded: 0,
  failed: 0,
  needs_attention: 0,
  cancelled: 0,
  success_rate: null,
  end_to_end: { p50: null, p95: null },
  ...over,
});
const ATTEMPTS = { succeeded: 0, failed: 0, took: { p50: null, p95: null } };
const BUSY = counts({
  accepted: 1200,
  succeeded: 1100,
  failed: 7,
  success_rate: 0.9937,
  end_to_end: { p50: 1.2, p95: 9.5 },
});

function overview(over: Partial<OverviewOut> = {}): OverviewOut {
  const [start, end] = ['2026-11-24T12:00:00Z', '2026-11-24T13:00:00Z'];
  return {
    period: 'day',
    since: '2026-11-23T13:00:00Z',
    until: '2026-11-24T12:30:00Z',
    grain: 'hour',
    needs_person: { unknown: 0, failed: 0, paused_connections: 0, open_breakers: 0 },
    backlog: { count: 0, oldest_due_at: null, places: [] },
    submissions: BUSY,
    attempts: ATTEMPTS,
    points: [{ start, end, submissions: BUSY, attempts: ATTEMPTS }],
    workflows: [{ slug: 'customers', name: 'Customers', submissions: BUSY }],
    connections: [],
    first_steps: {
      connected: true,
      published: true,
      form_slug: 'customers',
      submission_id: NEED.id,
      delivered: true,
    },
    ...over,
  };
}

function serving(told: OverviewOut, needs: NeedOut[] = []): URL[] {
  const asked: URL[] = [];
  server.use(
    http.get('*/api/v1/overview/needs', () => HttpResponse.json({ items: needs })),
    http.get('*/api/v1/submissions/count', () => HttpResponse.json({ count: 5, exact: true })),
    http.get('*/api/v1/overview', ({ request }) => {
      asked.push(new URL(request.url));
      return HttpResponse.json(told);
    }),
  );
  return asked;
}

beforeAll(watchableViews);
beforeEach(() => resetRouter());

test('what needs somebody says its cause, and leads to its one next action', async () => {
  serving(overview(), [
    NEED,
    { ...NEED, kind: 'connection_paused', name: 'The ERP', count: 1, workflow: null, error: null },
  ]);
  renderApp(<Overview />);
  const list = within(await screen.findByRole('region', { name: /Needs you/ }));
  expect(await list.findByText(/failed in/)).toHaveTextContent(
    '“Creating the customer” failed in Customers: the destination refused the input.',
  );
  expect(list.getByText('312 submissions')).toBeInTheDocument();
  expect(list.getByRole('link', { name: 'Look at them' })).toHaveAttribute(
    'href',
    `/submissions?status=failed&workflow=customers&connection_id=${CONNECTION.id}&continued=false&accepted_within=month&error_kind=invalid_input`,
  );
  expect(list.getByRole('link', { name: 'Resume it' })).toHaveAttribute(
    'href',
    `/connections/${CONNECTION.id}`,
  );
});

test('one submission is opened itself, and many causes are shown on demand', async () => {
  const many = Array.from({ length: 20 }, (_, index) => ({
    ...NEED,
    name: `Step ${index}`,
    count: 1,
  }));
  serving(overview(), many);
  const { user } = renderApp(<Overview />);
  const list = within(await screen.findByRole('region', { name: /Needs you/ }));
  expect((await list.findAllByRole('link'))[0]).toHaveAttribute('href', `/submissions/${NEED.id}`);
  expect(list.getAllByRole('listitem')).toHaveLength(8);
  await user.click(list.getByRole('button', { name: 'Show all 20' }));
  expect(list.getAllByRole('listitem')).toHaveLength(20);
});

test('where nothing needs anybody the page says so', async () => {
  serving(overview());
  renderApp(<Overview />);
  expect(await screen.findByText('Nothing needs you')).toBeInTheDocument();
  expect(screen.queryByText('To your first delivery')).toBeNull();
});

test('numbers lead to the lists that make them', async () => {
  const asked = serving(overview());
  renderApp(<Overview />);
  expect(await screen.findByRole('link', { name: '99.3%' })).toHaveAttribute(
    'href',
    '/submissions?status=succeeded&accepted_within=day',
  );
  const table = within(screen.getByRole('table', { name: 'By workflow' }));
  expect(table.getByRole('link', { name: '7' })).toHaveAttribute(
    'href',
    '/submissions?status=failed&workflow=customers&accepted_within=day',
  );
  expect(asked.some(({ searchParams }) => searchParams.has('time_zone'))).toBe(true);
});

test('a chart is a table too, whose numbers lead to the lists of their time', async () => {
  serving(overview());
  const { user } = renderApp(<Overview />);
  const figure = within(await screen.findByRole('figure', { name: 'What became of them' }));
  expect(figure.getByRole('img')).toHaveAccessibleName(/Delivered: At most 1,100/);
  await user.click(figure.getByRole('button', { name: 'As a table' }));
  expect(figure.getByRole('link', { name: '7' })).toHaveAttribute(
    'href',
    '/submissions?status=failed&accepted_from=2026-11-24T12%3A00%3A00Z&accepted_before=2026-11-24T13%3A00%3A00Z',
  );
});

test('a time and a workflow are chosen in the address', async () => {
  resetRouter({ period: 'week', workflow: 'customers' });
  const asked = serving(overview());
  const { user } = renderApp(<Overview />);
  await screen.findByRole('table', { name: 'By workflow' });
  expect(asked.some(({ search }) => /period=week.*workflow=customers/.test(search))).toBe(true);
  await user.click(screen.getByRole('button', { name: 'Month' }));
  expect(router.push).toHaveBeenCalledWith(
    { pathname: '/overview', query: { period: 'month', workflow: 'customers' } },
    undefined,
    { shallow: true },
  );
});

test('a connection is counted by its tries', async () => {
  resetRouter({ connection: 'erp' });
  serving(overview({ attempts: { succeeded: 90, failed: 10, took: { p50: 0.2, p95: 3 } } }));
  renderApp(<Overview />);
  expect(await screen.findByText('90%')).toBeInTheDocument();
  expect(screen.getByRole('figure', { name: 'Tries to send' })).toBeInTheDocument();
  expect(screen.queryByRole('figure', { name: 'What became of them' })).toBeNull();
});

test('an empty organization is led to its first delivery, step by step', async () => {
  serving(
    overview({
      submissions: counts(),
      points: [],
      workflows: [],
      first_steps: {
        connected: true,
        published: false,
        form_slug: null,
        submission_id: null,
        delivered: false,
      },
    }),
  );
  renderApp(<Overview />);
  const steps = within(await screen.findByRole('region', { name: 'To your first delivery' }));
  expect(steps.getAllByText('Done')).toHaveLength(1);
  expect(steps.getByRole('link', { name: 'Choose a template' })).toHaveAttribute(
    'href',
    '/workflows/new',
  );
  expect(steps.queryByRole('link', { name: 'Connect a system' })).toBeNull();
});

test('numbers that do not come are said, with the request to quote', async () => {
  serving(overview());
  server.use(
    http.get('*/api/v1/overview', () =>
      HttpResponse.json({ title: 'Broken', status: 500, request_id: 'req-9' }, { status: 500 }),
    ),
  );
  renderApp(<Overview />);
  expect(await screen.findByText('The numbers could not be loaded')).toBeInTheDocument();
  expect(screen.getByText('req-9')).toBeInTheDocument();
});
