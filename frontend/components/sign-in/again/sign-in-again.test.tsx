import { useMutation } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { drawFor } from '@/lib/http/drawn-for';
import { fetcher } from '@/lib/http/fetcher';
import { openableDialogs } from '@/lib/testing/dialog';
import { meAs } from '@/lib/testing/me';
import { renderApp } from '@/lib/testing/render';
import { server } from '@/lib/testing/server';
import { SessionKeeper } from './session-keeper';

jest.mock('next/dynamic', () => () => {
  const { SignInAgain } = jest.requireActual('./sign-in-again');
  return SignInAgain;
});

const ME = meAs('admin');
const ALLAUTH = '*/_allauth/browser/v1';
const OUT = { status: 401, data: { flows: [{ id: 'login' }] }, meta: { is_authenticated: false } };

function Form() {
  const save = useMutation({
    mutationFn: (name: string) =>
      fetcher('/api/v1/thing', { method: 'POST', body: JSON.stringify({ name }) }),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const field = event.currentTarget.elements.namedItem('name') as HTMLInputElement;
        save.mutate(field.value);
      }}
    >
      <input name="name" aria-label="Name" />
      <button>Save</button>
      {save.isSuccess && <p>Saved</p>}
      {save.isError && <p>Not saved</p>}
    </form>
  );
}

/** A server whose session has ended, and begins anew with the right password. */
function ended({ as = ME.email, factor = false } = {}) {
  const saved: unknown[] = [];
  const chosen: unknown[] = [];
  let inside = false;
  const session = () =>
    inside
      ? HttpResponse.json({ status: 200, data: { user: { email: as } }, meta: {} })
      : HttpResponse.json(OUT, { status: 401 });
  server.use(
    http.get('*/api/v1/me', () => HttpResponse.json(ME)),
    http.get(`${ALLAUTH}/config`, () =>
      HttpResponse.json({
        status: 200,
        data: {
          account: { is_open_for_signup: false },
          socialaccount: { providers: [] },
          mfa: { passkey_login_enabled: false },
        },
      }),
    ),
    http.get(`${ALLAUTH}/auth/session`, session),
    http.post(`${ALLAUTH}/auth/login`, async ({ request }) => {
      const { password } = (await request.json()) as { password: string };
      if (password !== 'right') return HttpResponse.json({ errors: [] }, { status: 400 });
      if (factor)
        return HttpResponse.json(
          {
            status: 401,
            data: { flows: [{ id: 'mfa_authenticate', is_pending: true, types: ['totp'] }] },
            meta: { is_authenticated: false },
          },
          { status: 401 },
        );
      inside = true;
      return session();
    }),
    http.post(`${ALLAUTH}/auth/2fa/authenticate`, () => {
      inside = true;
      return session();
    }),
    http.put('*/api/v1/me/organization', async ({ request }) => {
      chosen.push(await request.json());
      return HttpResponse.json(ME);
    }),
    http.post('*/api/v1/thing', async ({ request }) => {
      if (!inside) return HttpResponse.json({}, { status: 401 });
      saved.push(await request.json());
      return HttpResponse.json({});
    }),
  );
  return { saved, chosen };
}

async function submitLate() {
  drawFor(ME.organization.id);
  const view = renderApp(
    <>
      <SessionKeeper />
      <Form />
    </>,
  );
  await waitFor(() => expect(view.client.getQueryData(['/api/v1/me'])).toBeTruthy());
  await view.user.type(screen.getByLabelText('Name'), 'Nordwind');
  await view.user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByRole('dialog', { name: 'Your session has ended' });
  return view;
}

beforeAll(openableDialogs);
afterEach(() => drawFor(null));

test('a session that ends in the middle of a form costs nothing that was typed', async () => {
  const { saved, chosen } = ended();
  const { user } = await submitLate();
  await user.type(screen.getByLabelText('Password'), 'wrong');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('is not right');
  await user.clear(screen.getByLabelText('Password'));
  await user.type(screen.getByLabelText('Password'), 'right');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByText('Saved')).toBeVisible();
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getByLabelText('Name')).toHaveValue('Nordwind');
  expect(saved).toEqual([{ name: 'Nordwind' }]);
  expect(chosen).toEqual([{ organization_id: ME.organization.id }]);
});

test('what is being typed is not interrupted', async () => {
  const { saved } = ended();
  drawFor(ME.organization.id);
  const { client, user } = renderApp(
    <>
      <SessionKeeper />
      <Form />
    </>,
  );
  await waitFor(() => expect(client.getQueryData(['/api/v1/me'])).toBeTruthy());
  const name = screen.getByLabelText('Name');
  await user.type(name, 'Nord{Enter}');
  await user.type(name, 'wind');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(name).toHaveValue('Nordwind');
  expect(
    await screen.findByRole('dialog', { name: 'Your session has ended' }, { timeout: 5000 }),
  ).toBeVisible();
  expect(saved).toEqual([]);
});

test('a second factor is asked for as anywhere', async () => {
  const { saved } = ended({ factor: true });
  const { user } = await submitLate();
  await user.type(screen.getByLabelText('Password'), 'right');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  await user.type(await screen.findByLabelText('Code'), '123456');
  await user.click(screen.getByRole('button', { name: 'Go on' }));
  expect(await screen.findByText('Saved')).toBeVisible();
  expect(saved).toHaveLength(1);
});

test('somebody else does not go on in the form of this person', async () => {
  const { saved } = ended({ as: 'grace@example.com' });
  const { user } = await submitLate();
  await user.type(screen.getByLabelText('Password'), 'right');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByText(/You signed in as grace@example.com/)).toBeVisible();
  expect(saved).toEqual([]);
});

test('whoever does not want to sign in keeps the form', async () => {
  const { saved } = ended();
  const { user } = await submitLate();
  await user.click(screen.getByRole('button', { name: 'I have signed in: go on' }));
  expect(await screen.findByText(/You are not signed in yet/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(await screen.findByText('Not saved')).toBeVisible();
  expect(screen.getByLabelText('Name')).toHaveValue('Nordwind');
  expect(saved).toEqual([]);
});
