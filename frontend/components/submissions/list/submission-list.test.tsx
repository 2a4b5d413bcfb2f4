import { screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { getListWorkflowsMockHandler } from '@/lib/api/endpoints/workflows/workflows.msw';
import { openableDialogs } from '@/lib/testing/dialog';
import { renderApp } from '@/lib/testing/render';
import { resetRouter, router } from '@/lib/testing/router';
import { server } from '@/lib/testing/server';
import { SubmissionList } from './submission-list';
import { answering, CONNECTION, idOf, item, wait, workflow } from './testing/answering';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

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
  expect(screen.getByRole('alert')).toHaveTextContent('what this list does not know: status=');
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
