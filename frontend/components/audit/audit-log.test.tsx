import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import type { AuditChainOut, AuditEntryOut } from '@/lib/api/model';
import { openableDialogs } from '@/lib/testing/dialog';
import { renderApp } from '@/lib/testing/render';
import { resetRouter, router } from '@/lib/testing/router';
import { server } from '@/lib/testing/server';
import { AuditLog } from './audit-log';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

const ENTRY = '0193a3f0-7c3e-7d10-8f00-000000000001';
const SUBMISSION = '0193a3f0-7c3e-7d10-8f00-0000000000aa';

const entry = (over: Partial<AuditEntryOut>): AuditEntryOut => ({
  id: ENTRY,
  sequence: 7,
  at: '2026-11-24T12:00:00Z',
  actor_kind: 'person',
  actor_id: '0193a3f0-7c3e-7d10-8f00-0000000000bb',
  actor_name: 'Ada Berg',
  action: 'submission.cancelled',
  object_kind: 'submission',
  object_id: SUBMISSION,
  detail: { reference: 'WB-7K3M9QXD01' },
  changes: { status: { before: 'accepted', after: 'cancelled' } },
  request_id: 'req-1',
  address: '192.0.2.7',
  agent: 'Firefox',
  ...over,
});

const chain = (over: Partial<AuditChainOut>): AuditChainOut => ({
  sequence: 1204,
  hash: 'ab'.repeat(32),
  sealed_at: '2026-11-24T12:00:00Z',
  waiting: 0,
  verified_at: '2026-11-24T03:00:00Z',
  verified_entries: 1200,
  finding: '',
  ...over,
});

function answering(
  items: AuditEntryOut[],
  { next = null, state = {} }: { next?: string | null; state?: Partial<AuditChainOut> } = {},
): URL[] {
  const asked: URL[] = [];
  server.use(
    http.get('*/api/v1/audit/chain', () => HttpResponse.json(chain(state))),
    http.get(`*/api/v1/audit/${ENTRY}`, () => HttpResponse.json(items[0])),
    http.get('*/api/v1/audit', ({ request }) => {
      asked.push(new URL(request.url));
      return HttpResponse.json({ items, next_cursor: next });
    }),
  );
  return asked;
}

beforeEach(() => {
  resetRouter();
  openableDialogs();
});

test('a row says in words who did what to which thing, when and from where', async () => {
  answering([entry({})]);
  renderApp(<AuditLog />);
  await screen.findByText('Ada Berg');
  const row = screen.getByRole('row', { name: /Ada Berg/ });
  expect(within(row).getByRole('button', { name: 'cancelled a submission' })).toBeVisible();
  expect(within(row).getByRole('link', { name: 'WB-7K3M9QXD01' })).toHaveAttribute(
    'href',
    `/submissions/${SUBMISSION}`,
  );
  expect(within(row).getByText('192.0.2.7')).toBeVisible();
});

test('an action that the page does not know is still readable', async () => {
  answering([entry({ action: 'api_key.rotated_early', detail: {}, object_kind: 'api_key' })]);
  renderApp(<AuditLog />);
  expect(await screen.findByRole('button', { name: 'api key: rotated early' })).toBeVisible();
});

test('the address decides what is asked for; the last day counts as a whole', async () => {
  resetRouter({ action: 'submission.', actor: 'ada', from: '2026-11-01', to: '2026-11-02' });
  const asked = answering([entry({})]);
  renderApp(<AuditLog />);
  await screen.findByText('Ada Berg');
  const params = Object.fromEntries(asked[0]?.searchParams ?? []);
  expect(params).toMatchObject({ action: 'submission.', actor: 'ada', limit: '50' });
  expect(new Date(params.from ?? '')).toEqual(new Date(2026, 10, 1));
  expect(new Date(params.before ?? '')).toEqual(new Date(2026, 10, 3));
});

test('a day that is none is not asked for', async () => {
  resetRouter({ from: 'yesterday' });
  const asked = answering([entry({})]);
  renderApp(<AuditLog />);
  await screen.findByText('Ada Berg');
  expect(asked[0]?.searchParams.has('from')).toBe(false);
});

test('filters go into the address, from the first page', async () => {
  resetRouter({ cursor: 'abcdefghijklmnopqrstuv' });
  answering([entry({})]);
  const { user } = renderApp(<AuditLog />);
  await user.selectOptions(screen.getByLabelText('What'), 'Connections');
  expect(router.replace.mock.lastCall?.[0]).toEqual({
    pathname: '/settings/audit',
    query: { action: 'connection.' },
  });
  await user.type(screen.getByLabelText('Who'), 'ada');
  await waitFor(() =>
    expect(router.replace.mock.lastCall?.[0]).toEqual({
      pathname: '/settings/audit',
      query: { actor: 'ada' },
    }),
  );
});

test('an entry opens with its before and after, and leads to everything about its thing', async () => {
  resetRouter({ entry: ENTRY });
  answering([entry({})]);
  const { user } = renderApp(<AuditLog />);
  const dialog = await screen.findByRole('dialog', { name: 'Audit entry' });
  const row = await within(dialog).findByRole('row', { name: /status/ });
  expect(within(row).getByText('accepted')).toBeVisible();
  expect(within(row).getByText('cancelled')).toBeVisible();
  expect(within(dialog).getByText('Firefox', { exact: false })).toBeVisible();
  await user.click(within(dialog).getByRole('button', { name: 'Everything about this thing' }));
  expect(router.replace.mock.lastCall?.[0]).toEqual({
    pathname: '/settings/audit',
    query: { object: SUBMISSION },
  });
});

test('opening an entry keeps the page and adds to the history', async () => {
  resetRouter({ cursor: 'abcdefghijklmnopqrstuv' });
  answering([entry({})]);
  const { user } = renderApp(<AuditLog />);
  await user.click(await screen.findByRole('button', { name: 'cancelled a submission' }));
  expect(router.push.mock.lastCall?.[0]).toEqual({
    pathname: '/settings/audit',
    query: { cursor: 'abcdefghijklmnopqrstuv', entry: ENTRY },
  });
});

test('a file holds what the filters show', async () => {
  resetRouter({ action: 'submission.', cursor: 'abcdefghijklmnopqrstuv' });
  answering([entry({})]);
  const { user } = renderApp(<AuditLog />);
  const csv = await screen.findByRole('link', { name: 'Export as CSV' });
  const path = '/api/v1/audit/export?action=submission.';
  expect(csv).toHaveAttribute('href', `${path}&format=csv&separator=comma`);
  expect(csv).toHaveAttribute('download');
  await user.selectOptions(screen.getByLabelText('Between the cells'), 'tab');
  expect(csv).toHaveAttribute('href', `${path}&format=csv&separator=tab`);
  const lines = screen.getByRole('link', { name: 'Export as JSON Lines' });
  expect(lines).toHaveAttribute('href', `${path}&format=jsonl`);
});

test('the chain says when it was verified', async () => {
  answering([entry({})], { state: { waiting: 2 } });
  renderApp(<AuditLog />);
  expect(await screen.findByText(/1,200 entries verified/)).toBeVisible();
  expect(screen.getByText(/2 more will be in a moment/)).toBeVisible();
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

test('a broken chain is an alert that names the entry', async () => {
  answering([entry({})], { state: { finding: 'entry 12 is missing: the next one is 13' } });
  renderApp(<AuditLog />);
  expect(await screen.findByRole('alert')).toHaveTextContent('Entry 12 is missing');
});

test('nothing found is told apart from nothing written', async () => {
  resetRouter({ text: 'nobody' });
  answering([]);
  const filtered = renderApp(<AuditLog />);
  expect(await screen.findByText('No entry fits these filters')).toBeVisible();
  await filtered.user.click(screen.getByRole('button', { name: 'Clear the filters' }));
  expect(router.replace.mock.lastCall?.[0]).toEqual({ pathname: '/settings/audit', query: {} });
  filtered.unmount();
  resetRouter();
  renderApp(<AuditLog />);
  expect(await screen.findByText('Nothing is written down yet')).toBeVisible();
});

test('a log that cannot be loaded is an error, not an empty log', async () => {
  answering([]);
  server.use(
    http.get('*/api/v1/audit', () =>
      HttpResponse.json({ detail: 'The database is away.', request_id: 'req-5' }, { status: 503 }),
    ),
  );
  renderApp(<AuditLog />);
  const notice = await screen.findByRole('alert');
  expect(notice).toHaveTextContent('The audit log could not be loaded');
  expect(notice).toHaveTextContent('req-5');
});
