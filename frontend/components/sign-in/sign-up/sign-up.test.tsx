import { screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { renderApp } from '@/lib/testing/render';
import { resetRouter, router } from '@/lib/testing/router';
import { server } from '@/lib/testing/server';
import { ForgotPassword } from '../reset/forgot-password';
import { ResetPassword } from '../reset/reset-password';
import { SignUp } from './sign-up';
import { VerifyEmail } from './verify-email';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

const ROOT = '*/_allauth/browser/v1';
const IN = { status: 200, data: { user: {} }, meta: { is_authenticated: true } };
const INVITATION = {
  organization: 'Nordwind',
  email: 'nia@example.com',
  role: 'viewer',
  has_account: false,
};

function answering(answers: Record<string, { status: number; body: object }>, open = false) {
  const seen: Record<string, unknown> = {};
  document.cookie = 'csrftoken=token-1; path=/';
  server.use(
    http.get(`${ROOT}/config`, () =>
      HttpResponse.json({
        status: 200,
        data: {
          account: { is_open_for_signup: open },
          socialaccount: { providers: [] },
          mfa: { passkey_login_enabled: true },
        },
      }),
    ),
    ...Object.entries(answers).map(([path, { status, body }]) =>
      http.post(`${ROOT}/${path}`, async ({ request }) => {
        seen[path] = await request.json();
        return HttpResponse.json({ status, ...body }, { status });
      }),
    ),
  );
  return seen;
}

test('an invited person joins with the address that the invitation went to', async () => {
  resetRouter({ invitation: 'token-2' });
  const seen = answering({
    'auth/invitation': { status: 200, body: { data: INVITATION } },
    'auth/signup': { status: 200, body: IN },
  });
  const { user } = renderApp(<SignUp />);
  expect(await screen.findByRole('heading', { name: 'Join Nordwind' })).toBeVisible();
  expect(screen.getByLabelText('E-mail')).toHaveAttribute('readonly');
  expect(screen.queryByLabelText('Organization')).toBeNull();
  await user.type(screen.getByLabelText('Your name'), 'Nia New');
  await user.type(screen.getByLabelText('Password'), 'a few good words');
  await user.click(screen.getByRole('button', { name: 'Join Nordwind' }));
  await waitFor(() => expect(router.replace).toHaveBeenCalledWith('/overview'));
  expect(seen).toEqual({
    'auth/invitation': { token: 'token-2' },
    'auth/signup': { email: 'nia@example.com', name: 'Nia New', password: 'a few good words' },
  });
});

test('an invitation that opens nothing says so', async () => {
  resetRouter({ invitation: 'old' });
  answering({ 'auth/invitation': { status: 400, body: { errors: [{ code: 'not_found' }] } } });
  renderApp(<SignUp />);
  expect(await screen.findByRole('heading', { name: /opens nothing/ })).toBeVisible();
});

test('whoever has an account is led to sign in, and from there to the invitation', async () => {
  resetRouter({ invitation: 'token-2' });
  answering({
    'auth/invitation': { status: 200, body: { data: { ...INVITATION, has_account: true } } },
  });
  const { user } = renderApp(<SignUp />);
  await user.click(await screen.findByRole('button', { name: 'Sign in' }));
  expect(router.push).toHaveBeenCalledWith({
    pathname: '/sign-in',
    query: { next: '/invitations/token-2' },
  });
});

test('without an invitation the page says how to get one', async () => {
  resetRouter();
  answering({});
  renderApp(<SignUp />);
  expect(await screen.findByRole('heading', { name: 'Sign-up is by invitation' })).toBeVisible();
});

test('open sign-up names an organization, and what is refused stands at its field', async () => {
  resetRouter();
  answering(
    {
      'auth/signup': {
        status: 400,
        body: { errors: [{ param: 'password', message: 'This password is too common.' }] },
      },
    },
    true,
  );
  const { user } = renderApp(<SignUp />);
  await user.type(await screen.findByLabelText('Your name'), 'Nia New');
  await user.type(screen.getByLabelText('Organization'), 'Nia & Co');
  await user.type(screen.getByLabelText('E-mail'), 'nia@example.com');
  await user.type(screen.getByLabelText('Password'), 'password');
  await user.click(screen.getByRole('button', { name: 'Sign up' }));
  expect(await screen.findByText('This password is too common.')).toBeVisible();
  expect(screen.getByLabelText('Password')).toBeInvalid();
});

test('asking for a new password says the same, whoever asks', async () => {
  const seen = answering({ 'auth/password/request': { status: 200, body: {} } });
  const { user } = renderApp(<ForgotPassword />);
  await user.type(screen.getByLabelText('E-mail'), 'nia@example.com');
  await user.click(screen.getByRole('button', { name: 'Send the link' }));
  expect(await screen.findByRole('status')).toHaveTextContent('If nia@example.com has an account');
  expect(seen).toEqual({ 'auth/password/request': { email: 'nia@example.com' } });
});

test('a reset leads in, or to the second factor', async () => {
  resetRouter({ key: 'k-1' });
  const seen = answering({ 'auth/password/reset': { status: 200, body: IN } });
  const { user } = renderApp(<ResetPassword />);
  await user.type(screen.getByLabelText('New password'), 'a few good words');
  await user.click(screen.getByRole('button', { name: 'Set the password' }));
  await waitFor(() => expect(router.replace).toHaveBeenCalledWith('/overview'));
  expect(seen).toEqual({ 'auth/password/reset': { key: 'k-1', password: 'a few good words' } });
});

test('an old link of a reset offers a new one', async () => {
  resetRouter({ key: 'k-1' });
  answering({
    'auth/password/reset': { status: 400, body: { errors: [{ code: 'invalid_password_reset' }] } },
  });
  const { user } = renderApp(<ResetPassword />);
  await user.type(screen.getByLabelText('New password'), 'a few good words');
  await user.click(screen.getByRole('button', { name: 'Set the password' }));
  expect(await screen.findByRole('link', { name: 'Ask for a new link' })).toBeVisible();
});

test('an address is confirmed by a click, not by opening the page', async () => {
  resetRouter({ key: 'MTE:key' });
  const seen = answering({ 'auth/email/verify': { status: 200, body: IN } });
  const { user } = renderApp(<VerifyEmail />);
  expect(seen).toEqual({});
  await user.click(screen.getByRole('button', { name: 'This is my address' }));
  expect(await screen.findByRole('heading', { name: /is confirmed/ })).toBeVisible();
  expect(seen).toEqual({ 'auth/email/verify': { key: 'MTE:key' } });
});
