import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import type { ConnectionOut } from '@/lib/api/model';
import { openableDialogs } from '@/lib/testing/dialog';
import { renderApp } from '@/lib/testing/render';
import { resetRouter, router } from '@/lib/testing/router';
import { server } from '@/lib/testing/server';
import { ADMIN, ERP, HEALTH, OPERATOR, PAUSED, problem, serving } from '../testing/serving';
import { ConnectionDetail } from '../detail/connection-detail';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);
beforeAll(openableDialogs);
beforeEach(() => resetRouter());

const open = () => renderApp(<ConnectionDetail name="erp" />);
const REFUSED: ConnectionOut = {
  ...PAUSED,
  gate: { ...PAUSED.gate, pause_reason: 'auth', pause_message: 'Tryton refused the key.' },
  health: { ...HEALTH, state: 'refused', since: '2026-11-28T11:00:00Z' },
};

test('an operator pauses with a reason, which the form checks as the API does', async () => {
  const { seen } = serving(OPERATOR);
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Pause' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Pause Our ERP' }));
  const why = dialog.getByLabelText('Why (optional)');
  await user.click(why);
  await user.paste('x'.repeat(501));
  await user.click(dialog.getByRole('button', { name: 'Pause it' }));
  expect(await dialog.findByText('At most 500 characters.')).toBeVisible();
  expect(seen).toEqual([]);
  await user.clear(why);
  await user.type(why, 'The ERP moves.');
  await user.click(dialog.getByRole('button', { name: 'Pause it' }));
  expect(await screen.findByText('Our ERP is paused.', { selector: 'p' })).toBeVisible();
  expect(seen).toEqual([
    {
      method: 'POST',
      path: 'connections/erp/pause',
      match: null,
      body: { message: 'The ERP moves.' },
    },
  ]);
  expect(screen.queryByRole('button', { name: 'Change the limits' })).toBeNull();
});

test('a refused sign-in is repaired where it is said: tested, replaced, resumed', async () => {
  const { seen, at } = serving(ADMIN, REFUSED);
  server.use(
    http.post(`${at}/try`, () =>
      HttpResponse.json({ ok: true, message: 'It answers.', problem: null, took_ms: 40 }),
    ),
  );
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Correct the credentials' }));
  const dialog = within(screen.getByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Test the new ones' }));
  expect(await dialog.findByText('This is needed.')).toBeVisible();
  await user.type(dialog.getByLabelText('Application key'), 'new-key');
  await user.click(dialog.getByRole('button', { name: 'Test the new ones' }));
  expect(await dialog.findByText('It answers.')).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Replace them and resume' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(seen).toEqual([
    {
      method: 'PUT',
      path: 'connections/erp/credentials',
      match: '"4"',
      body: { credentials: { application_key: 'new-key' }, end_at: null },
    },
    { method: 'POST', path: 'connections/erp/test', match: null, body: null },
    { method: 'POST', path: 'connections/erp/resume', match: null, body: null },
  ]);
});

test('typing after a test asks for another test before anything is replaced', async () => {
  const { at } = serving(ADMIN, REFUSED);
  server.use(
    http.post(`${at}/try`, () =>
      HttpResponse.json({ ok: true, message: 'It answers.', problem: null, took_ms: 40 }),
    ),
  );
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Correct the credentials' }));
  const dialog = within(screen.getByRole('dialog'));
  await user.type(dialog.getByLabelText('Application key'), 'new-key');
  await user.click(dialog.getByRole('button', { name: 'Test the new ones' }));
  await dialog.findByText('It answers.');
  await user.type(dialog.getByLabelText('Application key'), '2');
  expect(await dialog.findByRole('button', { name: 'Test the new ones' })).toBeVisible();
  expect(dialog.queryByText('It answers.')).toBeNull();
});

test('somebody else’s change in between is said, and typed limits stay to be saved again', async () => {
  const { at, seen, state } = serving();
  server.use(
    http.put(
      `${at}/limits`,
      () => {
        state.connection = { ...ERP, revision: 5, max_in_flight: 9 };
        return problem(412, 'Ida Lund changed “Our ERP” since.');
      },
      { once: true },
    ),
  );
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Change the limits' }));
  const dialog = within(screen.getByRole('dialog'));
  const most = dialog.getByLabelText('Sends at the same time');
  await user.clear(most);
  await user.type(most, '3');
  await user.click(dialog.getByRole('button', { name: 'Save the limits' }));
  expect(await dialog.findByText('Ida Lund changed “Our ERP” since.')).toBeVisible();
  expect(dialog.getByText(/save again to put yours in its place/)).toBeVisible();
  await screen.findByText('9 sends at most');
  expect(most).toHaveValue('3');
  await user.click(dialog.getByRole('button', { name: 'Save the limits' }));
  await waitFor(() =>
    expect(seen).toEqual([
      {
        method: 'PUT',
        path: 'connections/erp/limits',
        match: '"5"',
        body: { max_in_flight: 3, rate_per_second: null, rate_burst: 1 },
      },
    ]),
  );
});

test('limits that make no sense are refused before they are sent', async () => {
  const { seen } = serving();
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Change the limits' }));
  const dialog = within(screen.getByRole('dialog'));
  await user.clear(dialog.getByLabelText('Sends at the same time'));
  await user.type(dialog.getByLabelText('Sends per second (optional)'), 'fast');
  await user.click(dialog.getByRole('button', { name: 'Save the limits' }));
  expect(await dialog.findByText('This is needed.')).toBeVisible();
  expect(dialog.getByLabelText('Sends per second (optional)')).toBeInvalid();
  expect(seen).toEqual([]);
});

test('one that a live workflow uses is not offered to be deleted, and says which', async () => {
  const { state } = serving();
  state.uses = [{ workflow: 'Orders', slug: 'orders', draft: false, steps: ['x'], questions: [] }];
  const { user } = open();
  await screen.findByText('Sends: x');
  await user.click(screen.getByRole('button', { name: 'Delete it …' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Delete Our ERP?' }));
  expect(dialog.getByText(/These workflows send through it: Orders/)).toBeVisible();
  expect(dialog.queryByRole('button', { name: 'Delete for good' })).toBeNull();
});

test('after its consequences were read it is deleted, and the list comes', async () => {
  const { seen } = serving();
  const { user } = open();
  await screen.findByText(/No workflow sends through it/);
  await user.click(screen.getByRole('button', { name: 'Delete it …' }));
  await user.click(screen.getByRole('button', { name: 'Delete for good' }));
  await waitFor(() => expect(router.push).toHaveBeenCalledWith('/connections'));
  expect(seen).toEqual([{ method: 'DELETE', path: 'connections/erp', match: '"4"', body: null }]);
});
