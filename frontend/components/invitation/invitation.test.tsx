import { screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { meAs } from '@/lib/testing/me';
import { renderApp } from '@/lib/testing/render';
import { resetRouter, router } from '@/lib/testing/router';
import { server } from '@/lib/testing/server';
import { Invitation } from './invitation';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

const OFFER = { organization: 'Nordwind', invited_by: 'Olga Berg', role: 'operator' };

function serving(me: { status: number; body: object }, look = HttpResponse.json(OFFER)) {
  const looked: unknown[] = [];
  server.use(
    http.get('*/api/v1/me', () => HttpResponse.json(me.body, { status: me.status })),
    http.post('*/api/v1/invitations/look', async ({ request }) => {
      looked.push(await request.json());
      return look;
    }),
  );
  return looked;
}

beforeEach(() => {
  resetRouter();
  router.asPath = '/invitations/tok-1';
});

test('who is not signed in is shown both ways in, and brings the invitation along', async () => {
  const looked = serving({ status: 401, body: {} });
  renderApp(<Invitation token="tok-1" />);
  expect(await screen.findByRole('heading', { name: 'Join Nordwind' })).toBeInTheDocument();
  expect(screen.getByText(/You will see submissions with all/)).toBeInTheDocument();
  expect(screen.getByText(/Olga Berg invites you .* as an operator/)).toBeInTheDocument();
  expect(await screen.findByRole('link', { name: 'Create an account' })).toHaveAttribute(
    'href',
    '/sign-up?invitation=tok-1',
  );
  expect(screen.getByRole('link', { name: /sign in/ })).toHaveAttribute(
    'href',
    '/sign-in?next=%2Finvitations%2Ftok-1',
  );
  expect(looked).toEqual([{ token: 'tok-1' }]);
});

test.each([
  ['a member elsewhere', { status: 200, body: meAs('viewer') }],
  ['a member of nothing yet', { status: 403, body: { code: 'no_organization' } }],
])('%s joins with one click', async (_, me) => {
  serving(me);
  const accepted: unknown[] = [];
  server.use(
    http.post('*/api/v1/invitations/accept', async ({ request }) => {
      accepted.push(await request.json());
      return HttpResponse.json({ organization: meAs('viewer').organization, role: 'operator' });
    }),
  );
  const { user } = renderApp(<Invitation token="tok-1" />);
  await user.click(await screen.findByRole('button', { name: 'Join Nordwind' }));
  await waitFor(() => expect(router.replace).toHaveBeenCalledWith('/overview'));
  expect(accepted).toEqual([{ token: 'tok-1' }]);
});

test('somebody else’s invitation says so, and how to come in with the right address', async () => {
  serving({ status: 200, body: meAs('viewer') });
  const problem = { title: 'x', detail: 'This invitation was sent to another address.', code: 'x' };
  server.use(
    http.post('*/api/v1/invitations/accept', () => HttpResponse.json(problem, { status: 403 })),
    http.get('*/_allauth/browser/v1/auth/session', () => HttpResponse.json({ data: {} })),
    http.delete('*/_allauth/browser/v1/auth/session', () =>
      HttpResponse.json({ status: 401, data: { flows: [] }, meta: {} }, { status: 401 }),
    ),
  );
  const { user } = renderApp(<Invitation token="tok-1" />);
  await user.click(await screen.findByRole('button', { name: 'Join Nordwind' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('sent to another address');
  await user.click(screen.getByRole('button', { name: 'Sign in with another address' }));
  await waitFor(() =>
    expect(router.push).toHaveBeenCalledWith({
      pathname: '/sign-in',
      query: { next: '/invitations/tok-1' },
    }),
  );
});

test.each([404, 422])('a link that opens nothing (%s) says what to do', async (status) => {
  serving({ status: 401, body: {} }, HttpResponse.json({ title: 'x', detail: 'y' }, { status }));
  renderApp(<Invitation token="old" />);
  expect(await screen.findByRole('heading', { name: 'This link opens nothing' })).toBeVisible();
  expect(screen.queryByRole('button', { name: /Join/ })).toBeNull();
});

test('an API that does not answer is not called a bad link', async () => {
  serving({ status: 401, body: {} }, HttpResponse.json({}, { status: 503 }));
  renderApp(<Invitation token="tok-1" />);
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeInTheDocument();
  expect(screen.queryByText('This link opens nothing')).toBeNull();
});
