import { screen, waitFor } from '@testing-library/react';
import {
  getGetFormResponseMock,
  getSubmitFormMockHandler,
  getSubmitFormResponseMock,
} from '@/lib/api/endpoints/forms/forms.msw';
import { renderApp } from '@/lib/testing/render';
import { resetRouter, router } from '@/lib/testing/router';
import { server } from '@/lib/testing/server';
import { PublicForm } from '../public-form';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

const secret = getGetFormResponseMock({
  slug: 'accounts',
  title: 'Your account',
  submit_label: 'Send',
  json_schema: {
    type: 'object',
    required: ['company', 'iban'],
    properties: {
      company: { type: 'string', title: 'Company' },
      iban: { type: 'string', title: 'Account', writeOnly: true },
    },
  },
  ui_schema: {
    'ui:order': ['company', 'iban'],
    iban: { 'ui:widget': 'password', 'ui:autocomplete': 'off' },
  },
});

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

beforeEach(() => resetRouter());

test('a sensitive answer is hidden while it is typed, and shown on request', async () => {
  const { user } = renderApp(<PublicForm form={secret} />);
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
  const first = renderApp(<PublicForm form={secret} />);
  await first.user.type(screen.getByLabelText('Company'), 'Acme Ltd');
  await first.user.type(screen.getByLabelText('Account'), 'DE89 3704');
  expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('DE89');
  expect(JSON.stringify({ ...localStorage })).toContain('Acme Ltd');
  first.unmount();

  const second = renderApp(<PublicForm form={secret} />);
  expect(screen.getByLabelText('Company')).toHaveValue('Acme Ltd');
  expect(screen.getByLabelText('Account')).toHaveValue('');
  expect(screen.getByText(/except the sensitive ones/)).toBeVisible();
  await second.user.type(screen.getByLabelText('Account'), 'DE89 3704');
  await second.user.click(screen.getByRole('button', { name: 'Send' }));
  await waitFor(() => expect(router.push).toHaveBeenCalled());
  expect(sent[0]).toEqual({ company: 'Acme Ltd', iban: 'DE89 3704' });
});

test('what was kept before the field became sensitive is taken off the device', () => {
  const kept = {
    data: { company: 'Acme', iban: 'DE89 3704' },
    idempotencyKey: 'k',
    savedAt: Date.now(),
  };
  localStorage.setItem(`waybill:draft:${secret.slug}`, JSON.stringify(kept));
  renderApp(<PublicForm form={secret} />);
  expect(screen.getByLabelText('Company')).toHaveValue('Acme');
  expect(screen.getByLabelText('Account')).toHaveValue('');
  expect(JSON.stringify({ ...localStorage })).not.toContain('DE89');
});
