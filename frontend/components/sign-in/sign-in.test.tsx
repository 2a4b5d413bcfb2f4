import { screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { renderApp } from '@/lib/testing/render';
import { resetRouter, router } from '@/lib/testing/router';
import { server } from '@/lib/testing/server';
import { safeNext } from './safe-next';
import { SignIn } from './sign-in';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

const SESSION = '*/_allauth/browser/v1/auth/session';
const LOGIN = '*/_allauth/browser/v1/auth/login';

function answering(status: number, errors: { code: string; message: string }[] = []): Request[] {
  const seen: Request[] = [];
  server.use(
    http.get(SESSION, () => {
      document.cookie = 'csrftoken=token-1; path=/';
      return HttpResponse.json({ status: 401 }, { status: 401 });
    }),
    http.post(LOGIN, ({ request }) => {
      seen.push(request);
      return HttpResponse.json({ status, errors }, { status });
    }),
  );
  return seen;
}

async function signIn() {
  const { user } = renderApp(<SignIn />);
  await user.type(screen.getByLabelText('E-mail'), 'olga@nordwind.example');
  await user.type(screen.getByLabelText('Password'), 'secret');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
}

test('signing in sends the CSRF token and leads to where the reader wanted to go', async () => {
  resetRouter({ next: '/submissions?status=failed' });
  const seen = answering(200);
  await signIn();
  await waitFor(() => expect(router.replace).toHaveBeenCalledWith('/submissions?status=failed'));
  expect(seen[0]?.headers.get('x-csrftoken')).toBe('token-1');
});

test('a wrong password is said in words, with the focus on them', async () => {
  resetRouter();
  answering(400);
  await signIn();
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('The e-mail address or the password is not right.');
  expect(alert).toHaveFocus();
  expect(router.replace).not.toHaveBeenCalled();
});

test('too many tries are not called a wrong password', async () => {
  resetRouter();
  answering(400, [{ code: 'too_many_login_attempts', message: 'Too many failed attempts.' }]);
  await signIn();
  expect(await screen.findByRole('alert')).toHaveTextContent('Too many tries.');
});

test.each([
  ['/submissions', '/submissions'],
  ['/submissions?q=a', '/submissions?q=a'],
  ['//evil.example/x', null],
  ['/\\evil.example', null],
  ['https://evil.example', null],
  [undefined, null],
])('after signing in %s leads to %s', (next, target) => {
  expect(safeNext(next)).toBe(target);
});
