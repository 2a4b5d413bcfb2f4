import { screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { openableDialogs } from '@/lib/testing/dialog';
import { renderApp } from '@/lib/testing/render';
import { resetRouter, router } from '@/lib/testing/router';
import { server } from '@/lib/testing/server';
import { REST, TRYTON } from '../testing/connectors';
import { ADMIN, ERP, OPERATOR, problem, serving } from '../testing/serving';
import { CreateConnection } from './create-connection';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);
beforeAll(openableDialogs);
beforeEach(() => {
  resetRouter();
  localStorage.clear();
});

const WORKS = { ok: true, message: 'Tryton 8.0 answers.', problem: null, took_ms: 120 };

/** The API takes whatever is made, and says what it was. */
function making() {
  const { seen } = serving(ADMIN);
  const made: unknown[] = [];
  server.use(
    http.post('*/api/v1/connections/test', () => HttpResponse.json(WORKS)),
    http.post('*/api/v1/connections', async ({ request }) => {
      made.push(await request.json());
      return HttpResponse.json(ERP, { status: 201 });
    }),
  );
  return { made, seen };
}

async function filled(name = 'Our ERP', address: Record<string, string> = {}) {
  resetRouter({ system: 'tryton', ...address });
  const view = renderApp(<CreateConnection />);
  const { user } = view;
  await user.click(await screen.findByLabelText('Name'));
  await user.paste(name);
  await user.type(screen.getByLabelText('Address'), 'https://erp.example.com');
  await user.type(screen.getByLabelText('Company'), '1');
  await user.type(screen.getByLabelText('Application key'), 'secret-key');
  return view;
}

test('a system is found by what it does, and chosen by the address', async () => {
  making();
  const { user } = renderApp(<CreateConnection />);
  await user.type(await screen.findByLabelText('Search'), 'user application');
  expect(screen.queryByRole('button', { name: /JSON API/ })).toBeNull();
  await user.click(screen.getByRole('button', { name: /Tryton/ }));
  expect(router.push).toHaveBeenCalledWith({
    pathname: '/connections/new',
    query: { system: 'tryton' },
  });
});

test('a system is found by what others call the same', async () => {
  making();
  const items = [{ ...TRYTON, description: 'It has the customers.' }, REST];
  server.use(http.get('*/api/v1/connectors', () => HttpResponse.json({ items })));
  const { user } = renderApp(<CreateConnection />);
  await user.type(await screen.findByLabelText('Search'), 'client');
  expect(screen.getByRole('button', { name: /Tryton/ })).toBeVisible();
  expect(screen.queryByRole('button', { name: /JSON API/ })).toBeNull();
});

test('filled in, tested, saved: and then it is tested as it is stored', async () => {
  const { made, seen } = making();
  const { user } = await filled();
  expect(screen.getByLabelText('Short name')).toHaveValue('our-erp');
  await user.click(screen.getByRole('button', { name: 'Test the connection' }));
  expect(await screen.findByText('Tryton 8.0 answers.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Save the connection' }));
  expect(await screen.findByRole('heading', { name: 'Our ERP is connected' })).toHaveFocus();
  expect(made).toEqual([
    {
      connector: 'tryton',
      name: 'Our ERP',
      slug: 'our-erp',
      settings: { base_url: 'https://erp.example.com', database: 'tryton', company: 1 },
      credentials: { application_key: 'secret-key' },
      credentials_end_at: null,
    },
  ]);
  await waitFor(() => expect(seen.map(({ path }) => path)).toEqual(['connections/erp/test']));
});

test('leaving loses nothing but the secrets', async () => {
  making();
  const { user, unmount } = await filled('Unser ERP مرحبا 🚚');
  unmount();
  expect(JSON.stringify(localStorage)).not.toContain('secret-key');
  resetRouter();
  const again = renderApp(<CreateConnection />);
  await user.click(await screen.findByRole('button', { name: 'Go on with it' }));
  again.unmount();
  resetRouter({ system: 'tryton' });
  renderApp(<CreateConnection />);
  expect(await screen.findByLabelText('Name')).toHaveValue('Unser ERP مرحبا 🚚');
  expect(screen.getByLabelText('Company')).toHaveValue('1');
  expect(screen.getByLabelText('Application key')).toHaveValue('');
  expect(screen.getByText(/What is secret was not kept/)).toBeVisible();
});

test('a name of 10,000 characters and a bad address are said at their fields, once', async () => {
  making();
  const { user } = await filled('Ä'.repeat(10_000));
  await user.clear(screen.getByLabelText('Company'));
  await user.click(screen.getByRole('button', { name: 'Test the connection' }));
  expect(await screen.findByText('At most 200 characters.')).toBeVisible();
  expect(screen.getByText('This is needed.')).toBeVisible();
  expect(screen.getByRole('alert')).toHaveTextContent('2 fields need a look.');
});

test('what the server refuses stands at its field', async () => {
  making();
  server.use(
    http.post('*/api/v1/connections/test', () =>
      problem(422, 'One thing must be put right.', [
        { field: 'settings.base_url', message: '127.0.0.1 is an address of this machine.' },
      ]),
    ),
  );
  const { user } = await filled();
  await user.click(screen.getByRole('button', { name: 'Test the connection' }));
  expect(await screen.findByText('127.0.0.1 is an address of this machine.')).toBeVisible();
  expect(screen.getByLabelText('Address')).toBeInvalid();
  expect(screen.getByLabelText('Application key')).toHaveValue('secret-key');
});

test('a system that does not answer leads back to the form, or is saved all the same', async () => {
  const { made } = making();
  const silent = {
    ok: false,
    message: 'It did not answer.',
    problem: 'timed_out',
    took_ms: 10_003,
  };
  server.use(http.post('*/api/v1/connections/test', () => HttpResponse.json(silent)));
  const { user } = await filled();
  await user.click(screen.getByRole('button', { name: 'Test the connection' }));
  expect(await screen.findByText('It did not answer.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Change something' }));
  expect(await screen.findByLabelText('Application key')).toHaveValue('secret-key');
  await user.click(screen.getByRole('button', { name: 'Test the connection' }));
  await user.click(await screen.findByRole('button', { name: 'Save it all the same' }));
  expect(await screen.findByText(/saved and not working yet/)).toBeVisible();
  expect(made).toHaveLength(1);
});

test('a short name that is taken leads back to its field', async () => {
  making();
  server.use(
    http.post('*/api/v1/connections', () =>
      problem(409, 'There is one.', [
        { field: 'slug', message: 'Another connection has this short name.' },
      ]),
    ),
  );
  const { user } = await filled();
  await user.click(screen.getByRole('button', { name: 'Test the connection' }));
  await user.click(await screen.findByRole('button', { name: 'Save the connection' }));
  expect(await screen.findByText('Another connection has this short name.')).toBeVisible();
  expect(screen.getByLabelText('Short name')).toBeInvalid();
});

test('a session that ends in the middle keeps what was typed on the screen', async () => {
  making();
  server.use(
    http.post('*/api/v1/connections/test', () => problem(401, 'Sign in, or send an API key.')),
  );
  const { user } = await filled();
  await user.click(screen.getByRole('button', { name: 'Test the connection' }));
  expect(await screen.findByText('Sign in, or send an API key.')).toBeVisible();
  expect(screen.getByLabelText('Application key')).toHaveValue('secret-key');
});

test('whoever may not connect is told who may', async () => {
  serving(OPERATOR);
  renderApp(<CreateConnection />);
  expect(await screen.findByText(/Connecting a system needs an admin/)).toBeVisible();
});

test.each([
  ['/workflows/new?template=lead-to-erp', true],
  ['https://elsewhere.example/workflows/new?', false],
])('made for a workflow, it leads back to %s: %s', async (back, leads) => {
  making();
  const { user } = await filled('Our ERP', { back });
  await user.click(screen.getByRole('button', { name: 'Test the connection' }));
  await screen.findByText('Tryton 8.0 answers.');
  await user.click(screen.getByRole('button', { name: 'Save the connection' }));
  await screen.findByRole('heading', { level: 1, name: /is connected/ });
  const link = screen.queryByRole('link', { name: 'Go on with the workflow' });
  expect(link?.getAttribute('href') ?? null).toBe(leads ? back : null);
});
