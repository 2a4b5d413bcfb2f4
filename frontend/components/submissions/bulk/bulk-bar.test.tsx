import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import type { BulkOut, BulkPreviewOut, MeOut } from '@/lib/api/model';
import { openableDialogs } from '@/lib/testing/dialog';
import { meAs } from '@/lib/testing/me';
import { renderApp } from '@/lib/testing/render';
import { resetRouter, router } from '@/lib/testing/router';
import { server } from '@/lib/testing/server';
import type { Selection } from '../list/selection';
import { BulkBar } from './bulk-bar';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);
const IDS = ['0193a3f0-7c3e-7d10-8f00-000000000001', '0193a3f0-7c3e-7d10-8f00-000000000002'];
const SOME: Selection = { kind: 'ids', ids: IDS };
const FAILED = { status: ['failed' as const] };
const ALL: Selection = {
  kind: 'matching',
  filters: FAILED,
  count: { count: 10_000, exact: false },
};
const DRAFT = '0193a3f0-7c3e-7d10-8f00-0000000000d1';
const PREVIEW: BulkPreviewOut = {
  id: DRAFT,
  selected: 500,
  submissions: 480,
  more: false,
  left: { succeeded: 18, failed: 2 },
  steps: 960,
  effects: { keyed: 480, blind: 480 },
  may_have_arrived: 12,
  likely_duplicates: 7,
  estimated_seconds: 600,
  tried: 200,
  refused: 0,
  reasons: [],
};
const OPERATOR: MeOut = {
  ...meAs('operator'),
  permissions: ['submissions:read', 'submissions:operate', 'submissions:read_sensitive'],
};

function serving(preview: Partial<BulkPreviewOut> = {}, me: MeOut = OPERATOR) {
  const asked: unknown[] = [];
  const started: unknown[] = [];
  server.use(
    http.get('*/api/v1/me', () => HttpResponse.json(me)),
    http.post('*/api/v1/bulk-actions/preview', async ({ request }) => {
      asked.push(await request.json());
      return HttpResponse.json({ ...PREVIEW, ...preview });
    }),
    http.post('*/api/v1/bulk-actions/fields', () =>
      HttpResponse.json({
        items: [
          {
            key: 'country',
            label: 'Country code',
            kind: 'choice',
            choices: [{ value: 'AT', label: 'Austria' }],
            sensitive: false,
            submissions: 480,
          },
          {
            key: 'phone',
            label: 'Phone',
            kind: 'phone',
            choices: [],
            sensitive: true,
            submissions: 3,
          },
        ],
      }),
    ),
    http.post('*/api/v1/bulk-actions/:id/start', async ({ request, params }) => {
      started.push([params.id, await request.json()]);
      return HttpResponse.json({ id: params.id } as BulkOut, { status: 202 });
    }),
  );
  return { asked, started };
}

async function opened(action: string, selection: Selection = ALL) {
  const done = jest.fn();
  const { user } = renderApp(<BulkBar selection={selection} done={done} />);
  await user.click(await screen.findByRole('button', { name: action }));
  return { user, done, dialog: within(await screen.findByRole('dialog')) };
}

beforeAll(openableDialogs);
beforeEach(() => resetRouter());

test('it says how many are selected, and lets go of them', async () => {
  serving();
  const done = jest.fn();
  const { user } = renderApp(<BulkBar selection={SOME} done={done} />);
  expect(await screen.findByText('2 selected')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Clear the selection' }));
  expect(done).toHaveBeenCalled();
});

test('of more than were counted it says so', async () => {
  serving();
  renderApp(<BulkBar selection={ALL} done={jest.fn()} />);
  expect(await screen.findByText('More than 10,000 selected')).toBeVisible();
});

test('whoever only looks can export and nothing else', async () => {
  serving({}, { ...OPERATOR, permissions: ['submissions:read'] });
  renderApp(<BulkBar selection={SOME} done={jest.fn()} />);
  expect(await screen.findByRole('button', { name: 'Export…' })).toBeVisible();
  await waitFor(() =>
    expect(screen.queryByRole('button', { name: 'Retry now…' })).not.toBeInTheDocument(),
  );
});

test('what it would do is said before it is started, and exactly that is started', async () => {
  const { asked, started } = serving();
  const { user, done, dialog } = await opened('Take up again…');
  expect(await dialog.findByText(/480 of 500 that you selected/)).toBeVisible();
  expect(dialog.getByText('18 delivered')).toBeVisible();
  expect(dialog.getByText('960 steps are sent.')).toBeVisible();
  expect(dialog.getByText(/480 steps blind/)).toBeVisible();
  expect(
    dialog.getByText(/7 steps may have arrived before, and would be there twice/),
  ).toBeVisible();
  expect(dialog.getByText(/5 steps may have arrived before\. The destination/)).toBeVisible();
  expect(dialog.getByText('Takes about 10 minutes.')).toBeVisible();
  expect(asked).toEqual([{ kind: 'resume', filter: FAILED, newest_version: false }]);
  await user.click(dialog.getByRole('radio', { name: '50 a second' }));
  await user.click(dialog.getByRole('button', { name: 'Take up 480 submissions' }));
  await waitFor(() => expect(started).toEqual([[DRAFT, { rate_per_second: 50 }]]));
  expect(done).toHaveBeenCalled();
  expect(router.push).toHaveBeenCalledWith(`/submissions/bulk/${DRAFT}`);
});

test('a slower pace takes longer', async () => {
  serving({ estimated_seconds: 1 });
  const { user, dialog } = await opened('Take up again…');
  expect(await dialog.findByText('Takes about a minute.')).toBeVisible();
  await user.click(dialog.getByRole('radio', { name: '1 a second' }));
  expect(dialog.getByText('Takes about 8 minutes.')).toBeVisible();
});

test('another version is looked at anew', async () => {
  const { asked } = serving();
  const { user, dialog } = await opened('Take up again…', SOME);
  await dialog.findByText(/480 of 500/);
  await user.click(dialog.getByRole('checkbox', { name: /newest version/ }));
  await waitFor(() => expect(asked).toHaveLength(2));
  expect(asked[1]).toEqual({ kind: 'resume', filter: { ids: IDS }, newest_version: true });
});

test('where nothing can take it, nothing can be started', async () => {
  serving({ id: null, submissions: 0, steps: 0, effects: {} });
  const { dialog } = await opened('Retry now…');
  expect(await dialog.findByText(/None of them has a step that waits/)).toBeVisible();
  expect(dialog.getByRole('button', { name: 'Retry now' })).toBeDisabled();
});

test('an answer is chosen and checked against the forms', async () => {
  const { asked } = serving({
    refused: 3,
    reasons: [{ reason: 'phone: This is no phone number.', submissions: 3 }],
  });
  const { user, dialog } = await opened('Correct an answer…');
  await user.selectOptions(await dialog.findByLabelText('Answer to correct'), 'Phone');
  expect(asked).toEqual([]);
  await user.type(dialog.getByRole('textbox', { name: 'New answer' }), '+43 1 234');
  expect(await dialog.findByText('phone: This is no phone number.')).toBeVisible();
  expect(asked.at(-1)).toEqual({
    kind: 'correct',
    filter: FAILED,
    newest_version: false,
    field: 'phone',
    value: '+43 1 234',
  });
});

test('an answer can be taken out', async () => {
  const { asked } = serving();
  const { user, dialog } = await opened('Correct an answer…');
  await user.selectOptions(await dialog.findByLabelText('Answer to correct'), 'Country code');
  await user.click(dialog.getByRole('checkbox', { name: 'Take the answer out' }));
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ field: 'country', value: null }));
});

test('what is unknown is decided by whoever looked', async () => {
  const { asked } = serving();
  const { user, dialog } = await opened('Resolve what is unknown…');
  expect(dialog.getByRole('button', { name: 'Resolve what is unknown' })).toBeDisabled();
  await user.click(dialog.getByRole('radio', { name: 'They arrived' }));
  await user.type(dialog.getByRole('textbox', { name: /number at the destination/ }), 'B-17');
  await waitFor(() =>
    expect(asked.at(-1)).toEqual({
      kind: 'resolve',
      filter: FAILED,
      decision: 'delivered',
      record: 'B-17',
      note: '',
    }),
  );
  expect(await dialog.findByRole('button', { name: 'Resolve 480 submissions' })).toBeEnabled();
});

test('a refusal to start says that nothing was', async () => {
  serving();
  server.use(
    http.post('*/api/v1/bulk-actions/:id/start', () =>
      HttpResponse.json({ title: 'x', detail: 'This preview is too old.' }, { status: 409 }),
    ),
  );
  const { user, done, dialog } = await opened('Cancel…');
  await user.click(await dialog.findByRole('button', { name: 'Cancel 480 submissions' }));
  expect(await dialog.findByRole('alert')).toHaveTextContent('It was not started');
  expect(done).not.toHaveBeenCalled();
});
