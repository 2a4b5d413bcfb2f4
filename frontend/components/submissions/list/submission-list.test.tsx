import { act, screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import {
  getCountSubmissionsMockHandler,
  getListSubmissionsMockHandler,
} from '@/lib/api/endpoints/submissions/submissions.msw';
import { getListWorkflowsMockHandler } from '@/lib/api/endpoints/workflows/workflows.msw';
import type { SubmissionCountOut, SubmissionOut, WaitOut, WorkflowListedOut } from '@/lib/api/model';
import { openableDialogs } from '@/lib/testing/dialog';
import { meAs } from '@/lib/testing/me';
import { renderApp } from '@/lib/testing/render';
import { resetRouter, router } from '@/lib/testing/router';
import { server } from '@/lib/testing/server';
import type { Selection } from './selection';
import { SubmissionList } from './submission-list';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

const CONNECTION = '0193a3f0-7c3e-7d10-8f00-0000000000c1';
const idOf = (number: number) => `0193a3f0-7c3e-7d10-8f00-${String(number).padStart(12, '0')}`;

const item = (over: Partial<SubmissionOut> = {}): SubmissionOut => ({
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
  ...over,
});

const many = (count: number): SubmissionOut[] =>
  Array.from({ length: count }, (_, index) =>
    item({ id: idOf(count - index), reference: `WB-${count - index}`, title: `Firm ${index}` }),
  );

const wait = (over: Partial<WaitOut> = {}): WaitOut => ({
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
function answering(
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
    http.get('*/api/v1/connections', () => HttpResponse.json({ items: [], next_cursor: null })),
    getListWorkflowsMockHandler({ items: [workflow({})], next_cursor: null }),
    getCountSubmissionsMockHandler(count),
    getListSubmissionsMockHandler(({ request }) => {
      const url = new URL(request.url);
      const ids = url.searchParams.getAll('ids');
      if (ids.length > 0)
        return { items: pages.flat().filter(({ id }) => ids.includes(id)), next_cursor: null };
      if (url.searchParams.get('limit') === '100') asked.push(url);
      const page = Number(url.searchParams.get('cursor')?.at(-1) ?? 0);
      const next = page + 1 < pages.length ? `page-0000000000000000${page + 1}` : null;
      return { items: pages[page] ?? [], next_cursor: next };
    }),
  );
  return asked;
}

const NOTHING = { accepted: 0, failed: 0, needs_attention: 0 };

const workflow = (over: Partial<WorkflowListedOut>): WorkflowListedOut => ({
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

const rowOf = (name: RegExp) => screen.findByRole('row', { name });

beforeEach(() => {
  resetRouter();
  openableDialogs();
  window.scrollTo = jest.fn();
});

test('a row says what it is about, how it stands and what is in the way', async () => {
  answering([[item({ status: 'failed', steps_done: 1, problem: 'Tryton refused the customer.' })]]);
  renderApp(<SubmissionList />);
  const row = await rowOf(/Acme Ltd/);
  expect(within(row).getByRole('link', { name: 'WB-7K3M9QXD01' })).toHaveAttribute(
    'href',
    `/submissions/${idOf(1)}`,
  );
  expect(within(row).getByText('Failed')).toBeVisible();
  expect(within(row).getByText('Tryton refused the customer.')).toBeVisible();
  expect(within(row).getByText('1 of 3')).toBeVisible();
  expect(await screen.findByText('One submission')).toBeVisible();
});

test('a pause comes before the last error, with who made it, and leads to its connection', async () => {
  answering([[item({ status: 'delivering', problem: 'The ERP is closed.', wait: wait() })]]);
  renderApp(<SubmissionList />);
  const row = await rowOf(/Acme Ltd/);
  expect(within(row).getByText('Waiting')).toBeVisible();
  expect(row).toHaveTextContent('ERP was paused by Ada Berg 30 minutes ago');
  expect(row).toHaveTextContent('An operator has to resume it.');
  expect(row).not.toHaveTextContent('The ERP is closed.');
  expect(within(row).getByRole('link', { name: 'ERP' })).toHaveAttribute(
    'href',
    '/connections/erp',
  );
});

test('a time that is past is never a next one', async () => {
  const past = new Date(Date.now() - 27 * 60_000).toISOString();
  answering([[item({ status: 'delivering', wait: wait({ reason: 'backoff', until: past }) })]]);
  renderApp(<SubmissionList />);
  const row = await rowOf(/Acme Ltd/);
  expect(row).toHaveTextContent('The next try is due now.');
  expect(row).not.toHaveTextContent('27 minutes');
});

test('what is merely next in line is in transit', async () => {
  answering([[item({ status: 'delivering', wait: wait({ reason: 'turn' }) })]]);
  renderApp(<SubmissionList />);
  expect(within(await rowOf(/Acme Ltd/)).getByText('In transit')).toBeVisible();
});

test('the address decides what is asked for', async () => {
  resetRouter({
    status: ['failed', 'needs_attention'],
    workflow: 'orders',
    connection_id: CONNECTION,
    error_kind: 'invalid_input',
    from: '2026-11-01',
    to: '2026-11-02',
    q: 'acme',
    sort: 'oldest',
  });
  const asked = answering([[item()]]);
  renderApp(<SubmissionList />);
  await screen.findByText('Acme Ltd');
  const given = asked[0]?.searchParams;
  expect(given?.getAll('status')).toEqual(['failed', 'needs_attention']);
  expect(given?.get('workflow')).toBe('orders');
  expect(given?.get('connection_id')).toBe(CONNECTION);
  expect(given?.get('error_kind')).toBe('invalid_input');
  expect(given?.get('accepted_from')).toBe(new Date(2026, 10, 1).toISOString());
  expect(given?.get('accepted_before')).toBe(new Date(2026, 10, 3).toISOString());
  expect([given?.get('q'), given?.get('sort')]).toEqual(['acme', 'oldest']);
});

test('what makes no sense in the address is not asked for', async () => {
  resetRouter({
    status: ['exploded', 'failed', 'failed'],
    workflow: '../../etc/passwd',
    connection_id: "' OR 1=1",
    error_kind: '<script>',
    accepted_within: 'century',
    from: '2026-02-31',
    to: 'tomorrow',
    q: `${'x'.repeat(10_000)}`,
    sort: 'random',
    view: 'mine',
  });
  const asked = answering([[item()]]);
  renderApp(<SubmissionList />);
  await screen.findByText('Acme Ltd');
  expect([...(asked[0]?.searchParams.keys() ?? [])].sort()).toEqual([
    'limit',
    'q',
    'sort',
    'status',
  ]);
  expect(asked[0]?.searchParams.get('q')).toHaveLength(100);
  expect(asked[0]?.searchParams.get('sort')).toBe('newest');
});

test('each filter is a step of the history, and is taken off again by its chip', async () => {
  resetRouter({ status: 'failed' });
  answering([[item()]]);
  const { user } = renderApp(<SubmissionList />);
  await user.click(screen.getByRole('button', { name: 'More filters' }));
  await user.selectOptions(await screen.findByLabelText('Workflow'), 'Orders');
  expect(router.push.mock.lastCall?.[0]).toEqual({
    pathname: '/submissions',
    query: { status: 'failed', workflow: 'orders' },
  });
  await user.click(screen.getByRole('button', { name: 'Remove the filter State: Failed' }));
  expect(router.push.mock.lastCall?.[0]).toEqual({ pathname: '/submissions', query: {} });
});

test('the search goes into the address when the typing pauses; the slash key leads to it', async () => {
  answering([[item()]]);
  const { user } = renderApp(<SubmissionList />);
  await screen.findByText('Acme Ltd');
  await user.keyboard('/');
  expect(screen.getByLabelText('Search')).toHaveFocus();
  await user.keyboard('acme ');
  await waitFor(() =>
    expect(router.push.mock.lastCall?.[0]).toEqual({
      pathname: '/submissions',
      query: { q: 'acme' },
    }),
  );
  expect(router.push).toHaveBeenCalledTimes(1);
});

test('a short page goes on by itself to the next one', async () => {
  const asked = answering([[], [item()]]);
  renderApp(<SubmissionList />);
  expect(await screen.findByText('Acme Ltd')).toBeVisible();
  expect(asked).toHaveLength(2);
  expect(await screen.findByText('That is all.')).toBeVisible();
});

test('of a long list only what is in view is drawn', async () => {
  answering([many(100)], { count: 10_000, exact: false });
  renderApp(<SubmissionList />);
  await screen.findByText('Firm 0');
  expect(screen.getAllByRole('row').length).toBeLessThan(60);
  expect(await screen.findByText('More than 10,000 submissions')).toBeVisible();
});

test('on paper stands every row', async () => {
  answering([many(100)]);
  renderApp(<SubmissionList />);
  await screen.findByText('Firm 0');
  act(() => void dispatchEvent(new Event('beforeprint')));
  expect(screen.getByText('Firm 99')).toBeInTheDocument();
  act(() => void dispatchEvent(new Event('afterprint')));
  expect(screen.queryByText('Firm 99')).not.toBeInTheDocument();
});

test('j and k go from row to row, x selects, Enter opens', async () => {
  answering([many(3)]);
  const { user } = renderApp(<SubmissionList />);
  await screen.findByText('Firm 0');
  await user.keyboard('j');
  expect(screen.getByRole('link', { name: 'WB-3' })).toHaveFocus();
  await user.keyboard('jjj');
  expect(screen.getByRole('link', { name: 'WB-1' })).toHaveFocus();
  await user.keyboard('kx');
  expect(screen.getByRole('link', { name: 'WB-2' })).toHaveFocus();
  expect(screen.getByRole('checkbox', { name: 'Select WB-2' })).toBeChecked();
  expect(screen.getByText('One selected')).toBeVisible();
  await user.keyboard('{Escape}');
  expect(screen.queryByText('One selected')).not.toBeInTheDocument();
});

test('a selection of all that is loaded grows to everything that matches', async () => {
  resetRouter({ status: 'failed' });
  answering([many(3)], { count: 1234, exact: true });
  const given: (Selection | null)[] = [];
  const Bulk = ({ selection, done }: { selection: Selection; done: () => void }) => {
    given.push(selection);
    return <button onClick={done}>Done</button>;
  };
  const { user } = renderApp(<SubmissionList bulk={Bulk} />);
  await screen.findByText('Firm 0');
  await user.click(screen.getByRole('checkbox', { name: 'Select all that are loaded' }));
  expect(given.at(-1)).toEqual({ kind: 'ids', ids: [idOf(3), idOf(2), idOf(1)] });
  await user.click(
    await screen.findByRole('button', {
      name: 'Select everything that matches (1,234 submissions)',
    }),
  );
  expect(given.at(-1)).toEqual({
    kind: 'matching',
    filters: { status: ['failed'] },
    count: { count: 1234, exact: true },
  });
  await user.click(screen.getByRole('button', { name: 'Done' }));
  expect(screen.queryByRole('button', { name: 'Done' })).not.toBeInTheDocument();
});

test('chosen columns stay in the browser', async () => {
  answering([[item({ error_kind: 'invalid_input' })]]);
  const { user } = renderApp(<SubmissionList />);
  await screen.findByText('Acme Ltd');
  await user.click(screen.getByRole('button', { name: 'Columns' }));
  await user.click(screen.getByRole('checkbox', { name: 'Kind of error' }));
  await user.click(screen.getByRole('checkbox', { name: 'Steps' }));
  expect(screen.getByRole('columnheader', { name: 'Kind of error' })).toBeInTheDocument();
  expect(screen.queryByRole('columnheader', { name: 'Steps' })).not.toBeInTheDocument();
  expect(localStorage.getItem('waybill.submissions.columns')).toContain('error');
});

test('nothing found offers to clear the filters', async () => {
  resetRouter({ q: 'nobody' });
  answering([[]]);
  const { user } = renderApp(<SubmissionList />);
  expect(await screen.findByText('No submission fits these filters')).toBeVisible();
  const [first] = screen.getAllByRole('button', { name: 'Clear the filters' });
  await user.click(first as HTMLElement);
  expect(router.push.mock.lastCall?.[0]).toEqual({ pathname: '/submissions', query: {} });
});

test('nothing at all leads to a form of the organization', async () => {
  answering([[]]);
  server.use(
    getListWorkflowsMockHandler({
      items: [
        workflow({ name: 'Draft', form_slug: 'draft', version: null }),
        workflow({ name: 'Old', form_slug: 'old', archived_at: '2026-11-24T12:00:00Z' }),
        workflow({ name: 'Orders', form_slug: 'order' }),
      ],
      next_cursor: null,
    }),
  );
  renderApp(<SubmissionList />);
  expect(await screen.findByRole('link', { name: 'Orders' })).toHaveAttribute('href', '/f/order');
});

test('a list that cannot be loaded is an error, not an empty list', async () => {
  answering([[]]);
  server.use(
    http.get('*/api/v1/submissions', () =>
      HttpResponse.json({ detail: 'The database is away.', request_id: 'req-5' }, { status: 503 }),
    ),
  );
  renderApp(<SubmissionList />);
  const notice = await screen.findByRole('alert');
  expect(notice).toHaveTextContent('The submissions could not be loaded');
  expect(notice).toHaveTextContent('req-5');
  expect(screen.queryByText('Nothing has been submitted yet')).not.toBeInTheDocument();
});
