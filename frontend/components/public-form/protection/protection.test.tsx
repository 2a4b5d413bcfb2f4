import { screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import {
  getSubmitFormMockHandler,
  getSubmitFormResponseMock,
} from '@/lib/api/endpoints/forms/forms.msw';
import type { FormProofIn, FormProtectionOut } from '@/lib/api/model';
import { server } from '@/lib/testing/server';
import { leaveTo } from '../hooks/leave';
import { formOf } from '../testing/forms';
import { renderForm } from '../testing/render';

jest.mock('../hooks/leave');

jest.mock('@/lib/proof/solve', () => ({
  solve: (challenge: { id: string }) => Promise.resolve(`solved ${challenge.id}`),
}));

function form(protection: Partial<FormProtectionOut> = {}) {
  return formOf([{ key: 'company', kind: 'text', label: 'Company' }], {
    slug: 'contact',
    protection: {
      honeypot: true,
      ticket: false,
      proof_of_work: false,
      without_script: 'refuse',
      allowed_origins: [],
      ...protection,
    },
  });
}

function accepting(): FormProofIn[] {
  const sent: FormProofIn[] = [];
  server.use(
    getSubmitFormMockHandler(async ({ request }) => {
      const body = (await request.clone().json()) as { protection: FormProofIn };
      sent.push(body.protection);
      return getSubmitFormResponseMock({ tracking_token: 'abc' });
    }),
  );
  return sent;
}

function issuing(wait: number, challenge: object | null = null): () => number {
  let count = 0;
  server.use(
    http.get('*/api/v1/forms/contact/ticket', () => {
      count += 1;
      return HttpResponse.json({ ticket: `ticket-${count}`, wait_seconds: wait, challenge });
    }),
  );
  return () => count;
}

const send = () => screen.getByRole('button', { name: 'Send' });

beforeEach(() => {
  sessionStorage.clear();
  jest.clearAllMocks();
});

test('nobody who uses the page meets the trap', async () => {
  const { user } = renderForm(form());
  expect(screen.queryByRole('textbox', { name: 'Website' })).not.toBeInTheDocument();
  expect(screen.getByRole('textbox', { hidden: true, name: 'Website' })).toBeInTheDocument();
  await user.click(screen.getByLabelText('Company'));
  await user.tab();
  expect(send()).toHaveFocus();
});

test('what a program writes into the trap is sent along', async () => {
  const sent = accepting();
  const { user } = renderForm(form());
  await user.type(screen.getByLabelText('Company'), 'Acme');
  await user.type(screen.getByRole('textbox', { hidden: true, name: 'Website' }), 'spam');
  await user.click(send());
  await waitFor(() => expect(sent).toEqual([{ website: 'spam', ticket: '', proof: '' }]));
});

test('a form without a trap has none, and one without a ticket asks for none', () => {
  const asked = issuing(0);
  renderForm(form({ honeypot: false }));
  expect(screen.queryByRole('textbox', { hidden: true, name: 'Website' })).toBeNull();
  expect(asked()).toBe(0);
});

test('a form that is filled in quickly waits by itself instead of being refused', async () => {
  issuing(1);
  const sent = accepting();
  const { user } = renderForm(form({ ticket: true }));
  await user.type(screen.getByLabelText('Company'), 'A');
  const before = Date.now();
  await user.click(send());
  await waitFor(() => expect(leaveTo).toHaveBeenCalled(), { timeout: 4000 });
  expect(Date.now() - before).toBeGreaterThan(500);
  expect(sent).toEqual([{ website: '', ticket: 'ticket-1', proof: '' }]);
});

test('the task is solved while the form is filled in', async () => {
  issuing(0, { id: '7' });
  const sent = accepting();
  const { user } = renderForm(form({ ticket: true, proof_of_work: true }));
  await user.type(screen.getByLabelText('Company'), 'Acme');
  await user.click(send());
  await waitFor(() =>
    expect(sent).toEqual([{ website: '', ticket: 'ticket-1', proof: 'solved 7' }]),
  );
});

test('after a refusal the next try has a ticket of its own', async () => {
  const asked = issuing(0);
  server.use(
    http.post('*/api/v1/forms/contact/submissions', () =>
      HttpResponse.json(
        { status: 403, title: 'Not allowed', code: 'ticket_expired', detail: 'Reload the page.' },
        { status: 403 },
      ),
    ),
  );
  const { user } = renderForm(form({ ticket: true }));
  await user.type(screen.getByLabelText('Company'), 'Acme');
  await user.click(send());
  expect(await screen.findByRole('alert')).toHaveTextContent('Reload the page.');
  await waitFor(() => expect(asked()).toBe(2));
});
