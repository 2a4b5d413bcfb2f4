import { screen, waitFor } from '@testing-library/react';
import {
  getSubmitFormMockHandler,
  getSubmitFormResponseMock,
} from '@/lib/api/endpoints/forms/forms.msw';
import { server } from '@/lib/testing/server';
import { leaveTo } from '../hooks/leave';
import { formOf } from '../testing/forms';
import { renderForm } from '../testing/render';

jest.mock('../hooks/leave');

const secret = formOf(
  [
    { key: 'company', kind: 'text', label: 'Company' },
    { key: 'iban', kind: 'text', label: 'Account', sensitive: true },
  ],
  { slug: 'accounts', title: 'Your account' },
);

/** Answers 202 and keeps what was sent. */
function accepting(): Record<string, unknown>[] {
  const sent: Record<string, unknown>[] = [];
  server.use(
    getSubmitFormMockHandler(async ({ request }) => {
      const body = (await request.clone().json()) as { data: Record<string, unknown> };
      sent.push(body.data);
      return getSubmitFormResponseMock({ tracking_token: 'token-1' });
    }),
  );
  return sent;
}

beforeEach(() => {
  sessionStorage.clear();
  jest.clearAllMocks();
});

test('a sensitive answer is hidden while it is typed, and shown on request', async () => {
  const { user } = renderForm(secret);
  const field = screen.getByLabelText('Account');
  expect(field).toHaveAttribute('type', 'password');
  expect(field).toHaveAttribute('autocomplete', 'off');
  await user.type(field, 'DE89 3704');
  await user.click(screen.getByRole('button', { name: 'Show Account' }));
  expect(field).toHaveAttribute('type', 'text');
  expect(field).toHaveValue('DE89 3704');
  await user.click(screen.getByRole('button', { name: 'Hide Account' }));
  expect(field).toHaveAttribute('type', 'password');
});

test('a sensitive answer is sent and never kept on the device', async () => {
  const sent = accepting();
  const first = renderForm(secret);
  await first.user.type(screen.getByLabelText('Company'), 'Acme Ltd');
  await first.user.type(screen.getByLabelText('Account'), 'DE89 3704');
  expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('DE89');
  first.unmount();
  expect(JSON.stringify({ ...localStorage })).toContain('Acme Ltd');
  expect(JSON.stringify({ ...localStorage })).not.toContain('DE89');

  const second = renderForm(secret);
  await waitFor(() => expect(screen.getByLabelText('Company')).toHaveValue('Acme Ltd'));
  expect(screen.getByLabelText('Account')).toHaveValue('');
  expect(screen.getByText(/except the sensitive ones/)).toBeVisible();
  await second.user.type(screen.getByLabelText('Account'), 'DE89 3704');
  await second.user.click(screen.getByRole('button', { name: 'Send' }));
  await waitFor(() => expect(leaveTo).toHaveBeenCalled());
  expect(sent[0]).toEqual({ company: 'Acme Ltd', iban: 'DE89 3704' });
});

test('what was kept before the field became sensitive is taken off the device', async () => {
  const kept = {
    typed: { company: 'Acme', iban: 'DE89 3704' },
    idempotencyKey: 'k',
    version: secret.version,
    savedAt: Date.now(),
  };
  const slot = `waybill:draft:${secret.slug}:one`;
  localStorage.setItem(slot, JSON.stringify(kept));
  sessionStorage.setItem(`waybill:draft:${secret.slug}`, slot);
  renderForm(secret);
  await waitFor(() => expect(screen.getByLabelText('Company')).toHaveValue('Acme'));
  expect(screen.getByLabelText('Account')).toHaveValue('');
  expect(JSON.stringify({ ...localStorage })).not.toContain('DE89');
});
