import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import type { CallbackDetailOut, CallbackEndpointOut, Permission } from '@/lib/api/model';
import { openableDialogs } from '@/lib/testing/dialog';
import { meAs } from '@/lib/testing/me';
import { renderApp } from '@/lib/testing/render';
import { resetRouter, router } from '@/lib/testing/router';
import { server } from '@/lib/testing/server';
import { EndpointDetail } from './detail/endpoint-detail';
import { EndpointList } from './endpoints/endpoint-list';
import { CallbackLog } from './log/callback-log';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);
beforeAll(openableDialogs);
beforeEach(() => resetRouter());

const ENDPOINT: CallbackEndpointOut = {
  id: '0193a3f0-7c3e-7d10-8f00-0000000000e1',
  url: 'https://shop.example/waybill',
  kinds: ['submission.failed'],
  description: 'The shop',
  enabled: true,
  disabled_reason: null,
  disabled_at: null,
  failing_since: null,
  secret_set_at: '2026-11-24T12:00:00Z',
  former_secret_until: null,
  created_at: '2026-11-24T12:00:00Z',
};
const CALLBACK: CallbackDetailOut = {
  id: '0193a3f0-7c3e-7d10-8f00-0000000000c1',
  endpoint_id: ENDPOINT.id,
  submission_id: null,
  kind: 'ping',
  status: 'failed',
  happened_at: '2026-11-24T12:00:00Z',
  next_attempt_at: null,
  finished_at: '2026-11-24T12:00:01Z',
  attempts: [
    {
      number: 1,
      started_at: '2026-11-24T12:00:00Z',
      ended_at: '2026-11-24T12:00:00.250Z',
      status_code: 410,
      message: 'The receiver answered HTTP 410.',
      answer: 'Nobody lives here.',
    },
  ],
  url: ENDPOINT.url,
  body: { type: 'ping', timestamp: '2026-11-24T12:00:00+00:00', data: {} },
};
const OPERATOR: Permission[] = ['callbacks:read', 'submissions:operate'];
const ADMIN: Permission[] = [...OPERATOR, 'callbacks:manage'];

function serving(permissions: Permission[], endpoint: CallbackEndpointOut | null = ENDPOINT) {
  const sent: { method: string; path: string; body: unknown }[] = [];
  const note = async (request: Request) => {
    const text = await request.text();
    const path = new URL(request.url).pathname.replace('/api/v1/', '');
    sent.push({ method: request.method, path, body: text ? JSON.parse(text) : null });
  };
  const changed = async ({ request }: { request: Request }) => {
    await note(request);
    return HttpResponse.json({ ...ENDPOINT, secret: 'whsec_planted' });
  };
  server.use(
    http.get('*/api/v1/me', () => HttpResponse.json(meAs('admin', { permissions }))),
    http.get('*/api/v1/callback-endpoints', () =>
      HttpResponse.json({ items: endpoint ? [endpoint] : [], next_cursor: null }),
    ),
    http.get(`*/api/v1/callback-endpoints/${ENDPOINT.id}`, () => HttpResponse.json(endpoint)),
    http.get(`*/api/v1/callbacks/${CALLBACK.id}`, () => HttpResponse.json(CALLBACK)),
    http.get('*/api/v1/callbacks', () =>
      HttpResponse.json({ items: [CALLBACK], next_cursor: null }),
    ),
    http.post(`*/api/v1/callback-endpoints/${ENDPOINT.id}/ping`, async ({ request }) => {
      await note(request);
      return HttpResponse.json({ ...CALLBACK, status: 'pending', attempts: [] }, { status: 202 });
    }),
    http.post('*/api/v1/callback-endpoints', changed),
    http.post('*/api/v1/callback-endpoints/*/rotate-secret', changed),
    http.put('*/api/v1/callback-endpoints/*', changed),
    http.post(`*/api/v1/callbacks/${CALLBACK.id}/resend`, async ({ request }) => {
      await note(request);
      return HttpResponse.json({ ...CALLBACK, status: 'pending' }, { status: 202 });
    }),
  );
  return sent;
}

test('without an endpoint the page says what one is good for', async () => {
  serving(ADMIN, null);
  renderApp(<EndpointList />);
  expect(await screen.findByText('No system hears of submissions yet')).toBeInTheDocument();
});

test('an endpoint that hears of nothing is refused before it is sent', async () => {
  const sent = serving(ADMIN, null);
  const { user } = renderApp(<EndpointList />);
  await user.click(await screen.findByText('New endpoint'));
  for (const box of screen.getAllByRole('checkbox')) await user.click(box);
  await user.click(screen.getByText('Make the endpoint'));
  expect(await screen.findByText('At least one.')).toBeInTheDocument();
  expect(sent).toEqual([]);
});

test('the secret of a new endpoint is shown once', async () => {
  const sent = serving(ADMIN, null);
  const { user } = renderApp(<EndpointList />);
  await user.click(await screen.findByText('New endpoint'));
  await user.click(screen.getByLabelText('Address'));
  await user.paste('shop.example/waybill');
  await user.click(screen.getByText('Make the endpoint'));
  expect(await screen.findByText('whsec_planted')).toBeInTheDocument();
  expect(sent[0]?.body).toMatchObject({ url: 'https://shop.example/waybill' });
});

test('an endpoint that was stopped says why, and is enabled again', async () => {
  const sent = serving(ADMIN, {
    ...ENDPOINT,
    enabled: false,
    disabled_reason: 'gone',
    disabled_at: '2026-11-24T12:00:00Z',
  });
  const { user } = renderApp(<EndpointDetail id={ENDPOINT.id} />);
  expect(await screen.findByText(/It answered 410, so Waybill stopped/)).toBeInTheDocument();
  await user.click(await screen.findByRole('button', { name: 'Enable it again' }));
  await waitFor(() => expect(sent[0]?.body).toMatchObject({ enabled: true }));
});

test('a ping is followed until its receiver answered', async () => {
  serving(ADMIN);
  const { user } = renderApp(<EndpointDetail id={ENDPOINT.id} />);
  await user.click(await screen.findByRole('button', { name: 'Send a ping' }));
  expect(await screen.findByText(/The ping did not arrive: The receiver/)).toBeInTheDocument();
  expect(screen.getByText('Nobody lives here.')).toBeInTheDocument();
});

test('a new secret is made only after it was said how long the former one signs', async () => {
  const sent = serving(ADMIN);
  const { user } = renderApp(<EndpointDetail id={ENDPOINT.id} />);
  await user.click(await screen.findByRole('button', { name: 'New secret' }));
  const dialog = within(screen.getByRole('dialog'));
  expect(dialog.getByText(/For 24 hours each message is signed with both/)).toBeInTheDocument();
  expect(sent).toEqual([]);
  await user.click(dialog.getByRole('button', { name: 'Make a new secret' }));
  expect(await screen.findByText('whsec_planted')).toBeInTheDocument();
});

test('who may not change endpoints is told who can', async () => {
  serving(OPERATOR);
  renderApp(<EndpointDetail id={ENDPOINT.id} />);
  expect(await screen.findByText(/role administrator can change endpoints/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull();
});

test('a callback shows its request and what was answered, and is sent again', async () => {
  resetRouter({ callback: CALLBACK.id });
  const sent = serving(OPERATOR);
  const { user } = renderApp(<CallbackLog endpoint={null} />);
  const dialog = within(await screen.findByRole('dialog'));
  expect(await dialog.findByText('Nobody lives here.')).toBeInTheDocument();
  expect(dialog.getByLabelText('Body of the request')).toHaveTextContent('"type": "ping"');
  await user.click(await dialog.findByRole('button', { name: 'Send it again' }));
  await waitFor(() => expect(sent[0]?.path).toBe(`callbacks/${CALLBACK.id}/resend`));
});

test('the log is narrowed in the address', async () => {
  serving(OPERATOR);
  const { user } = renderApp(<CallbackLog endpoint={null} />);
  await screen.findByRole('table', { name: 'What was sent' });
  await user.selectOptions(screen.getByRole('combobox', { name: 'State' }), 'failed');
  expect(router.replace).toHaveBeenCalledWith(
    expect.objectContaining({ query: { status: 'failed' } }),
    undefined,
    { shallow: true, scroll: false },
  );
});

test('a try that should have been made is due, and not a next one', async () => {
  serving(OPERATOR);
  const past = new Date(Date.now() - 7_000).toISOString();
  const waits = { ...CALLBACK, status: 'pending', next_attempt_at: past };
  server.use(
    http.get('*/api/v1/callbacks', () => HttpResponse.json({ items: [waits], next_cursor: null })),
  );
  renderApp(<CallbackLog endpoint={null} />);
  expect(await screen.findByText('next try is due now')).toBeVisible();
});
