import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, delay, http } from 'msw';
import {
  getSubmitFormMockHandler,
  getSubmitFormResponseMock,
} from '@/lib/api/endpoints/forms/forms.msw';
import { server } from '@/lib/testing/server';
import { leaveTo } from './hooks/leave';
import { formOf } from './testing/forms';
import { renderForm } from './testing/render';

jest.mock('./hooks/leave');

const form = formOf(
  [
    { key: 'company', kind: 'text', label: 'Company', max_length: 200 },
    { key: 'email', kind: 'email', label: 'E-mail' },
    {
      key: 'country',
      kind: 'choice',
      label: 'Country',
      choices: ['AT', 'CH', 'DE', 'FR', 'GB', 'IT', 'NO'].map((value) => ({
        value,
        label: value === 'GB' ? 'United Kingdom' : value,
      })),
    },
    { key: 'note', kind: 'multiline', label: 'Note', required: false },
  ],
  { slug: 'new-customer', title: 'Become a customer' },
);

type Sent = { key: string | null; data: Record<string, unknown>; version: number };

/** Answers 202 and keeps what was sent. */
function accepting(token = 'token-1'): Sent[] {
  const sent: Sent[] = [];
  server.use(
    getSubmitFormMockHandler(async ({ request }) => {
      const body = (await request.clone().json()) as Omit<Sent, 'key'>;
      sent.push({ key: request.headers.get('idempotency-key'), ...body });
      await delay(20);
      return getSubmitFormResponseMock({ tracking_token: token });
    }),
  );
  return sent;
}

function refusing(status: number, problem: object): void {
  server.use(
    http.post('*/api/v1/forms/:slug/submissions', () =>
      HttpResponse.json({ status, title: 'Refused', ...problem }, { status }),
    ),
  );
}

async function fill(user: ReturnType<typeof renderForm>['user']) {
  await user.type(screen.getByLabelText('Company'), 'Acme Ltd');
  await user.type(screen.getByLabelText('E-mail'), 'ada@acme.example');
  await user.selectOptions(screen.getByLabelText('Country'), 'United Kingdom');
}

const send = () => screen.getByRole('button', { name: 'Send' });

beforeEach(() => {
  sessionStorage.clear();
  jest.clearAllMocks();
});

test('an untouched form shows no errors, and no choice is made for the reader', () => {
  renderForm(form);
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  expect(screen.getByLabelText('Country')).toHaveDisplayValue('Choose …');
});

test('a field says what is wrong when it is left, and others keep quiet', async () => {
  const { user } = renderForm(form);
  await user.type(screen.getByLabelText('E-mail'), 'ada');
  await user.tab();
  expect(screen.getByLabelText('E-mail')).toHaveAccessibleDescription(/name@example.com/);
  expect(screen.getByLabelText('E-mail')).toBeInvalid();
  expect(screen.getByLabelText('Company')).not.toHaveAttribute('aria-invalid');
});

test('sending an incomplete form lists what to put right, takes the focus and sends nothing', async () => {
  const sent = accepting();
  const { user } = renderForm(form);
  await user.click(send());
  const summary = screen.getByRole('alert');
  expect(summary).toHaveFocus();
  expect(
    within(summary)
      .getAllByRole('link')
      .map((link) => link.textContent),
  ).toEqual([
    'Company: This field is needed.',
    'E-mail: This field is needed.',
    'Country: This field is needed.',
  ]);
  await user.click(within(summary).getByRole('link', { name: /^Country/ }));
  await waitFor(() => expect(screen.getByLabelText('Country')).toHaveFocus());
  expect(sent).toHaveLength(0);
});

test('a complete form is sent once, however often the button is pressed, and leads to tracking', async () => {
  const sent = accepting('abc');
  const { user } = renderForm(form);
  await fill(user);
  await user.dblClick(send());
  await waitFor(() => expect(leaveTo).toHaveBeenCalledWith('/t/abc'));
  expect(sent).toHaveLength(1);
  expect(sent[0]?.data).toEqual({ company: 'Acme Ltd', email: 'ada@acme.example', country: 'GB' });
  expect(sent[0]?.key).toMatch(/^[0-9a-f-]{32,36}$/);
  expect(sent[0]?.version).toBe(7);
});

test('answers and their key survive a reload, and are gone once they were accepted', async () => {
  refusing(503, { code: 'unavailable', detail: 'Try again in a minute.', request_id: 'req-1' });
  const keys: (string | null)[] = [];
  server.events.on('request:start', ({ request }) => {
    if (request.method === 'POST') keys.push(request.headers.get('idempotency-key'));
  });
  const first = renderForm(form);
  await fill(first.user);
  await first.user.click(send());
  await screen.findByText(/could not be taken just now/);
  first.unmount();

  accepting();
  const second = renderForm(form);
  await waitFor(() => expect(screen.getByLabelText('Company')).toHaveValue('Acme Ltd'));
  await second.user.click(send());
  await waitFor(() => expect(leaveTo).toHaveBeenCalled());
  expect(keys).toHaveLength(2);
  expect(keys[0]).toBe(keys[1]);
  await waitFor(() => expect(localStorage).toHaveLength(0));
});

test('a field that the server refuses says so until it is changed', async () => {
  refusing(422, {
    code: 'invalid_input',
    errors: [{ field: 'data.email', message: 'This domain takes no mail.' }],
  });
  const { user } = renderForm(form);
  await fill(user);
  await user.click(send());
  const summary = await screen.findByRole('alert');
  expect(summary).toHaveTextContent('E-mail: This domain takes no mail.');
  expect(screen.getByLabelText('E-mail')).toBeInvalid();
  await user.type(screen.getByLabelText('E-mail'), '.org');
  expect(screen.getByLabelText('E-mail')).toBeValid();
});

test('a refusal of the whole form names the request', async () => {
  refusing(503, { code: 'unavailable', detail: 'Try again in a minute.', request_id: 'req-7' });
  const { user } = renderForm(form);
  await fill(user);
  await user.click(send());
  const notice = await screen.findByRole('alert');
  expect(notice).toHaveTextContent('The form was not sent');
  expect(notice).toHaveTextContent('req-7');
});

test('other answers under a used key are not sent again; an empty form gets a new key', async () => {
  refusing(422, { code: 'idempotency_key_reused', detail: 'Used before.' });
  const { user } = renderForm(form);
  await fill(user);
  await user.click(send());
  await user.click(await screen.findByRole('button', { name: 'Start an empty form' }));
  expect(screen.getByLabelText('Company')).toHaveValue('');
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

test('a page that is too old says so, offers to reload, and the new one has the answers', async () => {
  const detail =
    'This form has changed since you opened it. Reload the page; your answers are kept.';
  refusing(409, { code: 'form_changed', detail });
  const first = renderForm(form);
  await fill(first.user);
  await first.user.click(send());
  expect(await screen.findByRole('alert')).toHaveTextContent(detail);
  expect(screen.getByRole('button', { name: 'Reload the page' })).toBeEnabled();
  first.unmount();

  const sent = accepting();
  const newer = renderForm({ ...form, version: 8 });
  await waitFor(() => expect(screen.getByLabelText('Company')).toHaveValue('Acme Ltd'));
  await newer.user.click(send());
  await waitFor(() => expect(leaveTo).toHaveBeenCalled());
  expect(sent[0]?.version).toBe(8);
});

test('what was put right leaves the list of what is wrong, and the focus stays', async () => {
  const { user } = renderForm(form);
  await user.click(send());
  const summary = await screen.findByRole('alert');
  expect(summary).toHaveFocus();
  expect(summary).toHaveTextContent(/Company: .*needed/);
  await user.type(screen.getByLabelText('Company'), 'Acme Ltd');
  expect(screen.getByLabelText('Company')).toHaveFocus();
  expect(screen.getByRole('alert')).not.toHaveTextContent('Company');
  await user.clear(screen.getByLabelText('Company'));
  expect(screen.getByRole('alert')).toHaveTextContent(/Company: .*needed/);
});
