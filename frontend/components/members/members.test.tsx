import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import type { MemberOut, Role } from '@/lib/api/model';
import { openableDialogs } from '@/lib/testing/dialog';
import { meAs } from '@/lib/testing/me';
import { renderApp } from '@/lib/testing/render';
import { server } from '@/lib/testing/server';
import { Members } from './members';

beforeAll(openableDialogs);

const OLGA: MemberOut = {
  id: 'membership-olga',
  user_id: meAs('owner').id,
  name: 'Olga Berg',
  email: 'olga@nordwind.example',
  role: 'owner',
  joined_at: '2026-11-01T12:00:00Z',
};
const IDA: MemberOut = {
  ...OLGA,
  id: 'membership-ida',
  user_id: 'ida',
  name: 'Ida Lund',
  email: 'ida@nordwind.example',
  role: 'operator',
};
const WAITING = {
  id: 'invitation-1',
  email: 'new@nordwind.example',
  role: 'viewer',
  invited_by: 'Olga Berg',
  created_at: '2026-11-20T12:00:00Z',
  expires_at: '2026-11-27T12:00:00Z',
  expired: false,
};

function serving(role: Role, members: MemberOut[] = [OLGA, IDA]) {
  const seen: { method: string; path: string; body: unknown }[] = [];
  const note = async (request: Request) => {
    const text = await request.text();
    const path = new URL(request.url).pathname.replace('/api/v1/', '');
    seen.push({ method: request.method, path, body: text ? JSON.parse(text) : null });
  };
  server.use(
    http.get('*/api/v1/me', () => HttpResponse.json(meAs(role))),
    http.get('*/api/v1/members', () => HttpResponse.json({ items: members, next_cursor: null })),
    http.get('*/api/v1/invitations', () =>
      HttpResponse.json({ items: [WAITING], next_cursor: null }),
    ),
    http.all('*/api/v1/members/*', async ({ request }) => {
      await note(request);
      return request.method === 'DELETE'
        ? new HttpResponse(null, { status: 204 })
        : HttpResponse.json(IDA);
    }),
    http.all('*/api/v1/invitations/*', async ({ request }) => {
      await note(request);
      return HttpResponse.json(WAITING);
    }),
    http.post('*/api/v1/invitations', async ({ request }) => {
      await note(request);
      return HttpResponse.json({ ...WAITING, email: 'grace@example.com' }, { status: 201 });
    }),
  );
  return seen;
}

test('a viewer sees who belongs, and nothing to change it with', async () => {
  serving('viewer');
  renderApp(<Members />);
  expect(await screen.findByText('Ida Lund')).toBeInTheDocument();
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.queryByRole('heading', { name: 'Open invitations' })).toBeNull();
  expect(screen.getByRole('heading', { name: 'What each role may do' })).toBeInTheDocument();
});

test('an admin has no button on an owner, and no owner to make', async () => {
  serving('admin');
  const { user } = renderApp(<Members />);
  await screen.findByText('Ida Lund');
  expect(screen.queryByRole('button', { name: 'Change Olga Berg' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Change Ida Lund' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Ida Lund' }));
  expect(dialog.getAllByRole('radio')).toHaveLength(3);
  expect(dialog.queryByRole('radio', { name: /^Owner/ })).toBeNull();
  expect(dialog.queryByRole('button', { name: /Transfer/ })).toBeNull();
});

test('an invitation asks for an address and a role, and says that it went out', async () => {
  const seen = serving('admin');
  const { user } = renderApp(<Members />);
  await user.click(await screen.findByRole('button', { name: 'Invite somebody' }));
  const dialog = within(screen.getByRole('dialog'));
  await user.type(dialog.getByLabelText('E-mail'), ' grace@example.com');
  await user.click(dialog.getByRole('radio', { name: /^Viewer/ }));
  await user.click(dialog.getByRole('button', { name: 'Send the invitation' }));
  expect(await screen.findByRole('status')).toHaveTextContent('on its way to grace@example.com');
  expect(seen).toEqual([
    { method: 'POST', path: 'invitations', body: { email: 'grace@example.com', role: 'viewer' } },
  ]);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('an e-mail that could not be sent is said where it was asked for', async () => {
  serving('admin');
  const problem = { title: 'x', detail: 'Its e-mail could not be sent.', code: 'email_not_sent' };
  server.use(http.post('*/api/v1/invitations', () => HttpResponse.json(problem, { status: 503 })));
  const { user } = renderApp(<Members />);
  await user.click(await screen.findByRole('button', { name: 'Invite somebody' }));
  await user.type(screen.getByLabelText('E-mail'), 'grace@example.com');
  await user.click(screen.getByRole('button', { name: 'Send the invitation' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Its e-mail could not be sent.');
  expect(screen.getByRole('dialog')).toBeInTheDocument();
});

test('the ownership is transferred only after its consequences were read', async () => {
  const seen = serving('owner');
  const { user } = renderApp(<Members />);
  await user.click(await screen.findByRole('button', { name: 'Change Ida Lund' }));
  await user.click(screen.getByRole('button', { name: 'Transfer the ownership…' }));
  expect(seen).toEqual([]);
  expect(screen.getByText(/You become an admin/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Yes, make Ida Lund the owner' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(seen).toEqual([
    { method: 'POST', path: 'members/membership-ida/transfer-ownership', body: null },
  ]);
});

test('a removal can be thought better of', async () => {
  const seen = serving('owner');
  const { user } = renderApp(<Members />);
  await user.click(await screen.findByRole('button', { name: 'Change Ida Lund' }));
  await user.click(screen.getByRole('button', { name: 'Remove from Nordwind…' }));
  await user.click(screen.getByRole('button', { name: 'Keep it as it is' }));
  expect(seen).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Remove from Nordwind…' }));
  await user.click(screen.getByRole('button', { name: 'Yes, remove Ida Lund' }));
  expect(await screen.findByRole('status')).toHaveTextContent('Ida Lund was removed.');
  expect(seen).toEqual([{ method: 'DELETE', path: 'members/membership-ida', body: null }]);
});

test('a refusal stays in the dialog, in words', async () => {
  serving('owner');
  const problem = {
    title: 'Conflict',
    detail: 'Transfer the ownership first.',
    code: 'last_owner',
  };
  server.use(http.put('*/api/v1/members/*', () => HttpResponse.json(problem, { status: 409 })));
  const { user } = renderApp(<Members />);
  await user.click(await screen.findByRole('button', { name: 'Change Olga Berg' }));
  await user.click(screen.getByRole('radio', { name: /^Admin/ }));
  expect(screen.getByText(/This is your own role/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Save the role' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Transfer the ownership first.');
});

test('an invitation that waits is sent again or revoked', async () => {
  const seen = serving('admin');
  const { user } = renderApp(<Members />);
  const again = 'Send again to new@nordwind.example';
  await user.click(await screen.findByRole('button', { name: again }));
  await waitFor(() => expect(seen).toHaveLength(1));
  const revoke = 'Revoke the invitation of new@nordwind.example';
  await user.click(await screen.findByRole('button', { name: revoke }));
  await waitFor(() =>
    expect(seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST invitations/invitation-1/resend',
      'DELETE invitations/invitation-1',
    ]),
  );
});

test('members that cannot be loaded can be asked for again', async () => {
  serving('viewer');
  server.use(http.get('*/api/v1/members', () => HttpResponse.json({}, { status: 500 })));
  const { user } = renderApp(<Members />);
  const retry = await screen.findByRole('button', { name: 'Try again' });
  serving('viewer');
  await user.click(retry);
  expect(await screen.findByText('Ida Lund')).toBeInTheDocument();
});
