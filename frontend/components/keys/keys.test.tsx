import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import {
  getGetMeMockHandler,
  getGetMeResponseMock,
} from '@/lib/api/endpoints/accounts/accounts.msw';
import type { ApiKeyOut, Permission } from '@/lib/api/model';
import { renderApp } from '@/lib/testing/render';
import { server } from '@/lib/testing/server';
import { CredentialSection } from './credential-section';
import { OVERLAPS, momentOf } from './durations';

const ID = '0193a3f0-7c3e-7d10-8f00-000000000001';
const SECRET = 'wbk_abcd1234_the-secret-that-is-shown-once';

const apiKey = (over: Partial<ApiKeyOut> = {}): ApiKeyOut => ({
  id: ID,
  name: 'Web shop',
  state: 'active',
  scopes: ['submissions:create', 'submissions:read'],
  created_at: '2026-11-24T12:00:00Z',
  expires_at: null,
  last_used_at: null,
  previous_until: null,
  revoked_at: null,
  prefix: 'wbk_abcd1234',
  ...over,
});

/** Answers the page's requests; gives what was sent to make and change keys. */
function serving(
  items: ApiKeyOut[],
  permissions: Permission[] = ['keys:manage', 'submissions:read'],
) {
  const sent: { path: string; body: unknown }[] = [];
  const note = async (request: Request) => {
    const text = await request.text();
    sent.push({ path: new URL(request.url).pathname, body: text ? JSON.parse(text) : null });
  };
  server.use(
    getGetMeMockHandler(getGetMeResponseMock({ permissions })),
    http.get('*/api/v1/api-keys', () => HttpResponse.json({ items, next_cursor: null })),
    http.post('*/api/v1/api-keys', async ({ request }) => {
      await note(request);
      return HttpResponse.json({ ...apiKey(), secret: SECRET }, { status: 201 });
    }),
    http.post('*/api/v1/api-keys/:id/rotate', async ({ request }) => {
      await note(request);
      return HttpResponse.json({ ...apiKey(), secret: SECRET });
    }),
    http.post('*/api/v1/api-keys/:id/revoke', async ({ request }) => {
      await note(request);
      return HttpResponse.json(apiKey({ state: 'revoked' }));
    }),
  );
  return sent;
}

test('a row says what a key is for, what it may do, and when it was used', async () => {
  serving([apiKey(), apiKey({ id: 'x', name: 'Old import', state: 'revoked' })]);
  renderApp(<CredentialSection kind="key" />);
  const row = await screen.findByRole('row', { name: /Web shop/ });
  expect(within(row).getByText('wbk_abcd1234')).toBeVisible();
  expect(within(row).getByText('Active')).toBeVisible();
  expect(within(row).getByText('2 permissions')).toBeVisible();
  expect(within(row).getByText('Never')).toBeVisible();
  expect(screen.getByText('1 that are over')).toBeVisible();
});

test('only what the maker holds can be chosen, and something has to be', async () => {
  const sent = serving([]);
  const { user } = renderApp(<CredentialSection kind="key" />);
  await user.click(await screen.findByRole('button', { name: 'New API key' }));
  await user.type(await screen.findByLabelText('What is it for?'), 'Reports');
  const read = await screen.findByLabelText('Read submissions, steps and events');
  expect(screen.queryByLabelText('Submit to workflows')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Make the API key' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Choose at least one permission.');
  expect(sent).toEqual([]);
  await user.click(read);
  await user.selectOptions(screen.getByLabelText('It ends after'), 'Until it is revoked');
  await user.click(screen.getByRole('button', { name: 'Make the API key' }));
  await waitFor(() =>
    expect(sent).toEqual([
      {
        path: '/api/v1/api-keys',
        body: { name: 'Reports', scopes: ['submissions:read'], expires_at: null },
      },
    ]),
  );
});

test('a secret is shown once, has the focus, and is gone when it was stored', async () => {
  serving([apiKey()]);
  const { user } = renderApp(<CredentialSection kind="key" />);
  await user.click(await screen.findByRole('button', { name: 'Rotate the secret of Web shop' }));
  await user.click(screen.getByRole('button', { name: 'Make a new secret' }));
  expect(await screen.findByText(SECRET)).toBeVisible();
  expect(screen.getByRole('heading', { name: /Copy the secret/ })).toHaveFocus();
  const write = jest.spyOn(navigator.clipboard, 'writeText');
  await user.click(screen.getByRole('button', { name: 'Copy API key' }));
  expect(await screen.findByRole('button', { name: 'Copy API key' })).toHaveTextContent('Copied');
  expect(write).toHaveBeenCalledWith(SECRET);
  await user.click(screen.getByRole('button', { name: 'I have stored it' }));
  expect(screen.queryByText(SECRET)).toBeNull();
});

test('rotating says how long the former secret is good', async () => {
  const sent = serving([apiKey()]);
  const { user } = renderApp(<CredentialSection kind="key" />);
  await user.click(await screen.findByRole('button', { name: 'Rotate the secret of Web shop' }));
  await user.selectOptions(screen.getByRole('combobox'), 'It stops at once');
  expect(screen.getByText(/uses the present secret is refused/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Make a new secret' }));
  await waitFor(() =>
    expect(sent).toEqual([
      { path: `/api/v1/api-keys/${ID}/rotate`, body: { previous_until: null } },
    ]),
  );
});

test('revoking says what it does before it does it', async () => {
  const sent = serving([apiKey()]);
  const { user } = renderApp(<CredentialSection kind="key" />);
  await user.click(await screen.findByRole('button', { name: 'Revoke Web shop' }));
  expect(screen.getByText(/refused within a few seconds/)).toBeVisible();
  expect(sent).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Revoke for good' }));
  await waitFor(() => expect(sent[0]?.path).toBe(`/api/v1/api-keys/${ID}/revoke`));
});

test('a list that could not be loaded is not shown as empty', async () => {
  server.use(
    getGetMeMockHandler(getGetMeResponseMock({ permissions: [] })),
    http.get('*/api/v1/api-keys', () =>
      HttpResponse.json({ status: 503, title: 'Away', detail: 'Try again.' }, { status: 503 }),
    ),
  );
  renderApp(<CredentialSection kind="key" />);
  expect(await screen.findByRole('alert')).toHaveTextContent('could not be loaded');
  expect(screen.queryByText('No program has a key yet')).toBeNull();
});

test('a moment is counted from now', () => {
  expect(momentOf(OVERLAPS, 'hour', Date.UTC(2026, 10, 24, 12))).toBe('2026-11-24T13:00:00.000Z');
  expect(momentOf(OVERLAPS, 'none')).toBeNull();
});
