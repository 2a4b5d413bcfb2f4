import { screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { renderApp } from '@/lib/testing/render';
import { server } from '@/lib/testing/server';
import { safeNext } from './safe-next';
import { SignIn } from './sign-in';

const SESSION = '*/_allauth/browser/v1/auth/session';
const LOGIN = '*/_allauth/browser/v1/auth/login';
const CONFIG = '*/_allauth/browser/v1/config';
const CODE = '*/_allauth/browser/v1/auth/2fa/authenticate';

const NOBODY = {
  status: 401,
  data: { flows: [{ id: 'login' }] },
  meta: { is_authenticated: false },
};
const IN = { status: 200, data: { user: {} }, meta: { is_authenticated: true } };

const waitingFor = (id: string, more = {}) => ({
  ...NOBODY,
  data: { flows: [{ id: 'login' }, { id, is_pending: true, ...more }] },
});

function offering(providers: { id: string; name: string }[] = [], open = false) {
  server.use(
    http.get(CONFIG, () =>
      HttpResponse.json({
        status: 200,
        data: {
          account: { is_open_for_signup: open },
          socialaccount: { providers },
          mfa: { passkey_login_enabled: true },
        },
      }),
    ),
  );
}

function answering(status: number, errors: { code: string; message: string }[] = []): Request[] {
  const seen: Request[] = [];
  offering();
  server.use(
    http.get(SESSION, () => {
      document.cookie = 'csrftoken=token-1; path=/';
      return HttpResponse.json(NOBODY, { status: 401 });
    }),
    http.post(LOGIN, ({ request }) => {
      seen.push(request);
      return HttpResponse.json(status === 200 ? IN : { status, errors }, { status });
    }),
  );
  return seen;
}

const leave = jest.fn();

beforeEach(() => leave.mockReset());

const arrive = (search = '') => renderApp(<SignIn search={search} leave={leave} />);

async function signIn(search = '') {
  const { user } = arrive(search);
  await user.type(screen.getByLabelText('E-mail'), 'olga@nordwind.example');
  await user.type(screen.getByLabelText('Password'), 'secret');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
}

test('signing in sends the CSRF token and leads to where the reader wanted to go', async () => {
  const seen = answering(200);
  await signIn(`?next=${encodeURIComponent('/submissions?status=failed')}`);
  await waitFor(() => expect(leave).toHaveBeenCalledWith('/submissions?status=failed'));
  expect(seen[0]?.headers.get('x-csrftoken')).toBe('token-1');
});

test('a wrong password is said in words, with the focus on them', async () => {
  answering(400);
  await signIn();
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('The e-mail address or the password is not right.');
  expect(alert).toHaveFocus();
  expect(leave).not.toHaveBeenCalled();
});

test('too many tries are not called a wrong password', async () => {
  answering(400, [{ code: 'too_many_login_attempts', message: 'Too many failed attempts.' }]);
  await signIn();
  expect(await screen.findByRole('alert')).toHaveTextContent('Too many tries.');
});

test('a second factor is the next step, and a wrong code is said in words', async () => {
  const codes: unknown[] = [];
  answering(200);
  server.use(
    http.post(LOGIN, () =>
      HttpResponse.json(waitingFor('mfa_authenticate', { types: ['totp', 'recovery_codes'] }), {
        status: 401,
      }),
    ),
    http.post(CODE, async ({ request }) => {
      codes.push(await request.json());
      return codes.length === 1
        ? HttpResponse.json({ status: 400, errors: [{ code: 'incorrect_code' }] }, { status: 400 })
        : HttpResponse.json(IN);
    }),
  );
  const { user } = arrive();
  await user.type(screen.getByLabelText('E-mail'), 'olga@nordwind.example');
  await user.type(screen.getByLabelText('Password'), 'secret');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByRole('heading', { name: 'One more step' })).toBeVisible();
  expect(leave).not.toHaveBeenCalled();

  await user.type(screen.getByLabelText('Code'), '111 111');
  await user.click(screen.getByRole('button', { name: 'Go on' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('The code is not right');
  await user.click(screen.getByRole('button', { name: 'Use a recovery code' }));
  await user.type(screen.getByLabelText('Recovery code'), '12345678');
  await user.click(screen.getByRole('button', { name: 'Go on' }));
  await waitFor(() => expect(leave).toHaveBeenCalledWith('/overview'));
  expect(codes).toEqual([{ code: '111111' }, { code: '12345678' }]);
});

test('coming back from a provider goes on with the step that waits', async () => {
  answering(200);
  server.use(
    http.get(SESSION, () =>
      HttpResponse.json(waitingFor('mfa_authenticate', { types: ['totp'] }), { status: 401 }),
    ),
  );
  arrive();
  expect(await screen.findByLabelText('Code')).toBeVisible();
});

test('whoever is signed in already goes on to where they wanted to go', async () => {
  offering();
  server.use(http.get(SESSION, () => HttpResponse.json(IN)));
  arrive('?next=/settings/security');
  await waitFor(() => expect(leave).toHaveBeenCalledWith('/settings/security'));
});

test('each provider has a button, and a refusal of one is said in words', async () => {
  answering(200);
  offering([{ id: 'acme', name: 'Acme' }], true);
  arrive('?error=signup_closed');
  expect(await screen.findByRole('button', { name: 'Continue with Acme' })).toBeEnabled();
  expect(screen.getByRole('link', { name: 'Sign up' })).toHaveAttribute('href', '/sign-up');
  expect(screen.getByRole('alert')).toHaveTextContent('Nobody here has this account.');
});

test.each([
  ['/submissions', '/submissions'],
  ['/submissions?q=a', '/submissions?q=a'],
  ['//evil.example/x', null],
  ['/\\evil.example', null],
  ['https://evil.example', null],
  [null, null],
])('after signing in %s leads to %s', (next, target) => {
  expect(safeNext(next)).toBe(target);
});
