import { configure, screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { renderApp } from '@/lib/testing/render';
import { resetRouter } from '@/lib/testing/router';
import { server } from '@/lib/testing/server';
import { browserName } from './sessions/browser-name';
import { Security } from './security';

jest.setTimeout(20_000);
configure({ asyncUtilTimeout: 5_000 });

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

const ROOT = '*/_allauth/browser/v1';
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>';
const NEEDED = {
  status: 401,
  data: { flows: [{ id: 'reauthenticate' }] },
  meta: { is_authenticated: true },
};
const SESSIONS = [
  { id: 1, ip: '192.0.2.1', user_agent: 'Firefox/140 Linux', created_at: 1, is_current: true },
  { id: 2, ip: '192.0.2.2', user_agent: 'Safari/1 iPhone', created_at: 1, is_current: false },
];

const ok = (data: unknown) => HttpResponse.json({ status: 200, data });

/** An account without second factors, on a server that wants to see who it is once. */
function account() {
  const state = { shown: false, app: false, ended: [] as number[], asked: [] as string[] };
  document.cookie = 'csrftoken=token-1; path=/';
  server.use(
    http.get(`${ROOT}/config`, () =>
      ok({
        account: { is_open_for_signup: false },
        socialaccount: { providers: [{ id: 'acme', name: 'Acme' }] },
        mfa: { passkey_login_enabled: true },
      }),
    ),
    http.get(`${ROOT}/auth/session`, () => ok({ user: { has_usable_password: true } })),
    http.get(`${ROOT}/account/email`, () =>
      ok([{ email: 'ada@example.com', verified: true, primary: true }]),
    ),
    http.get(`${ROOT}/account/providers`, () => ok([])),
    http.get(`${ROOT}/auth/sessions`, () =>
      ok(SESSIONS.filter(({ id }) => !state.ended.includes(id))),
    ),
    http.delete(`${ROOT}/auth/sessions`, async ({ request }) => {
      state.ended = ((await request.json()) as { sessions: number[] }).sessions;
      return ok([]);
    }),
    http.get(`${ROOT}/account/authenticators`, () =>
      ok(state.app ? [{ type: 'totp', created_at: 1, last_used_at: null }] : []),
    ),
    http.get(`${ROOT}/account/authenticators/totp`, () =>
      HttpResponse.json(
        { status: 404, meta: { secret: 'ABCDEFGH', totp_svg: SVG } },
        { status: 404 },
      ),
    ),
    http.post(`${ROOT}/account/authenticators/totp`, () => {
      state.asked.push('add');
      if (!state.shown) return HttpResponse.json(NEEDED, { status: 401 });
      state.app = true;
      return ok({ type: 'totp' });
    }),
    http.get(`${ROOT}/account/authenticators/recovery-codes`, () =>
      ok({ type: 'recovery_codes', unused_codes: ['11112222', '33334444'] }),
    ),
    http.post(`${ROOT}/auth/reauthenticate`, async ({ request }) => {
      const { password } = (await request.json()) as { password: string };
      if (password !== 'right')
        return HttpResponse.json(
          { status: 400, errors: [{ code: 'incorrect_password', param: 'password' }] },
          { status: 400 },
        );
      state.shown = true;
      return ok({ user: {} });
    }),
  );
  return state;
}

beforeAll(() => {
  // jsdom draws no dialogs.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
});
beforeEach(() => resetRouter());

test('adding an app shows the picture, asks who it is, and shows the codes this once', async () => {
  const state = account();
  const { user } = renderApp(<Security />);
  await user.click(await screen.findByRole('button', { name: 'Add an app' }));
  const picture = await screen.findByRole('img', { name: /QR code/ });
  expect(picture).toHaveAttribute('src', `data:image/svg+xml,${encodeURIComponent(SVG)}`);
  expect(screen.getByText('ABCD EFGH')).toBeVisible();
  await user.type(screen.getByLabelText('Code that the app shows now'), '123 456');
  await user.click(screen.getByRole('button', { name: 'Turn on' }));

  const dialog = await screen.findByRole('dialog', { name: 'Is it really you?' });
  await user.type(within(dialog).getByLabelText('Password'), 'wrong');
  await user.click(within(dialog).getByRole('button', { name: 'Go on' }));
  expect(await within(dialog).findByText('This is not right. Try again.')).toBeVisible();
  await user.clear(within(dialog).getByLabelText('Password'));
  await user.type(within(dialog).getByLabelText('Password'), 'right');
  await user.click(within(dialog).getByRole('button', { name: 'Go on' }));

  expect(await screen.findByText('11112222')).toBeVisible();
  expect(screen.getByRole('heading', { name: /Keep these codes/ })).toHaveFocus();
  expect(state.asked).toEqual(['add', 'add']);
  await user.click(screen.getByRole('button', { name: 'I have kept them' }));
  expect(screen.queryByText('11112222')).toBeNull();
  expect(screen.getByRole('button', { name: 'Remove the app' })).toBeVisible();
});

test('closing the question leaves everything as it was, without calling it an error', async () => {
  const state = account();
  const { user } = renderApp(<Security />);
  await user.click(await screen.findByRole('button', { name: 'Add an app' }));
  await user.type(await screen.findByLabelText('Code that the app shows now'), '123456');
  await user.click(screen.getByRole('button', { name: 'Turn on' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(screen.queryByRole('alert')).toBeNull();
  expect(state.app).toBe(false);
});

test('another session is ended, this one is not offered', async () => {
  const state = account();
  const { user } = renderApp(<Security />);
  const sessions = await screen.findByRole('region', { name: 'Sessions' });
  expect(await within(sessions).findByText('Safari on iOS')).toBeVisible();
  expect(within(sessions).getAllByRole('button')).toHaveLength(1);
  await user.click(
    within(sessions).getByRole('button', { name: 'End the session from 192.0.2.2' }),
  );
  await waitFor(() => expect(within(sessions).queryByText('Safari on iOS')).toBeNull());
  expect(state.ended).toEqual([2]);
});

test('a part that cannot be loaded says so, and the others stand', async () => {
  account();
  server.use(
    http.get(`${ROOT}/auth/sessions`, () =>
      HttpResponse.json({ title: 'Broken', detail: 'The database is away.' }, { status: 503 }),
    ),
  );
  renderApp(<Security />);
  expect(await screen.findByText('The database is away.')).toBeVisible();
  expect(await screen.findByText('ada@example.com')).toBeVisible();
  expect(await screen.findByRole('button', { name: 'Link Acme' })).toBeVisible();
});

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36', 'Chrome on Linux'],
  ['Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0', 'Edge on Windows'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 15) Version/18 Safari/605', 'Safari on macOS'],
  ['curl/8', 'curl/8'],
  ['', 'A browser that does not say which'],
])('%p is shown as %p', (userAgent, name) => {
  expect(browserName(userAgent)).toBe(name);
});
