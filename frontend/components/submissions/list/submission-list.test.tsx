import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import {
  getListSubmissionsMockHandler,
  getListSubmissionsResponseMock,
} from '@/lib/api/endpoints/submissions/submissions.msw';
import { getListWorkflowsMockHandler } from '@/lib/api/endpoints/workflows/workflows.msw';
import type { SubmissionOut, WorkflowListedOut } from '@/lib/api/model';
import { renderApp } from '@/lib/testing/render';
import { resetRouter, router } from '@/lib/testing/router';
import { server } from '@/lib/testing/server';
import { SubmissionList } from './submission-list';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

const item = (over: Partial<SubmissionOut>): SubmissionOut => ({
  id: '0193a3f0-7c3e-7d10-8f00-000000000001',
  reference: 'WB-7K3M9QXD01',
  workflow: { slug: 'new-customer', name: 'New customer' },
  status: 'succeeded',
  title: 'Acme Ltd',
  source: 'form',
  created_at: '2026-11-24T12:00:00Z',
  finished_at: null,
  steps_total: 3,
  steps_done: 3,
  problem: null,
  ...over,
});

function answering(items: SubmissionOut[], next: string | null = null): URL[] {
  const asked: URL[] = [];
  server.use(
    getListSubmissionsMockHandler(({ request }) => {
      asked.push(new URL(request.url));
      return getListSubmissionsResponseMock({ items, next_cursor: next });
    }),
  );
  return asked;
}

beforeEach(() => resetRouter());

test('a row says what it is about, how it stands and what is in the way', async () => {
  answering([item({ status: 'failed', steps_done: 1, problem: 'Tryton refused the customer.' })]);
  renderApp(<SubmissionList />);
  const link = await screen.findByRole('link', { name: 'WB-7K3M9QXD01' });
  const row = screen.getByRole('row', { name: /Acme Ltd/ });
  expect(link).toHaveAttribute('href', '/submissions/0193a3f0-7c3e-7d10-8f00-000000000001');
  expect(within(row).getByText('Failed')).toBeVisible();
  expect(within(row).getByText('Tryton refused the customer.')).toBeVisible();
  expect(within(row).getByText('1 of 3')).toBeVisible();
});

test('the address decides what is asked for', async () => {
  resetRouter({ status: 'failed', q: 'acme', cursor: 'abcdefghijklmnopqrstuv' });
  const asked = answering([item({})]);
  renderApp(<SubmissionList />);
  await screen.findByText('Acme Ltd');
  expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toEqual({
    status: 'failed',
    q: 'acme',
    cursor: 'abcdefghijklmnopqrstuv',
    limit: '25',
  });
});

test('a made-up status in the address is not asked for', async () => {
  resetRouter({ status: 'exploded' });
  const asked = answering([item({})]);
  renderApp(<SubmissionList />);
  await screen.findByText('Acme Ltd');
  expect(asked[0]?.searchParams.has('status')).toBe(false);
});

test('choosing a state puts it into the address, from the first page', async () => {
  resetRouter({ cursor: 'abcdefghijklmnopqrstuv' });
  answering([item({})]);
  const { user } = renderApp(<SubmissionList />);
  await user.selectOptions(screen.getByLabelText('State'), 'Needs you');
  expect(router.replace.mock.lastCall?.[0]).toEqual({
    pathname: '/submissions',
    query: { status: 'needs_attention' },
  });
});

test('the search goes into the address when the typing pauses; the slash key leads to it', async () => {
  answering([item({})]);
  const { user } = renderApp(<SubmissionList />);
  await screen.findByText('Acme Ltd');
  await user.keyboard('/');
  expect(screen.getByLabelText('Search')).toHaveFocus();
  await user.keyboard('acme ');
  await waitFor(() =>
    expect(router.replace.mock.lastCall?.[0]).toEqual({
      pathname: '/submissions',
      query: { q: 'acme' },
    }),
  );
  expect(router.replace).toHaveBeenCalledTimes(1);
});

test('older submissions are one step of the history away', async () => {
  answering([item({})], 'next-cursor-000000000a');
  const { user } = renderApp(<SubmissionList />);
  await user.click(await screen.findByRole('button', { name: 'Older' }));
  expect(router.push.mock.lastCall?.[0]).toEqual({
    pathname: '/submissions',
    query: { cursor: 'next-cursor-000000000a' },
  });
});

test('nothing found offers to clear the filters', async () => {
  resetRouter({ q: 'nobody' });
  answering([]);
  const { user } = renderApp(<SubmissionList />);
  await user.click(await screen.findByRole('button', { name: 'Clear the filters' }));
  expect(router.replace.mock.lastCall?.[0]).toEqual({ pathname: '/submissions', query: {} });
});

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

const having = (items: WorkflowListedOut[]) =>
  server.use(getListWorkflowsMockHandler({ items, next_cursor: null }));

test('nothing at all leads to a form of the organization', async () => {
  answering([]);
  having([
    workflow({ name: 'Draft', form_slug: 'draft', version: null }),
    workflow({ name: 'Old', form_slug: 'old', archived_at: '2026-11-24T12:00:00Z' }),
    workflow({ name: 'Orders', form_slug: 'order' }),
  ]);
  renderApp(<SubmissionList />);
  const link = await screen.findByRole('link', { name: 'Orders' });
  expect(link).toHaveAttribute('href', '/f/order');
});

test('without a form no page leads to one', async () => {
  answering([]);
  having([workflow({ form_slug: null })]);
  renderApp(<SubmissionList />);
  expect(await screen.findByText(/Publish a workflow and submit to it/)).toBeVisible();
  expect(screen.queryByRole('link')).toBeNull();
});

test('a list that cannot be loaded is an error, not an empty list', async () => {
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
