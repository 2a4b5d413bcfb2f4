import { act, screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import {
  getGetSubmissionMockHandler,
  getGetSubmissionResponseMock,
} from '@/lib/api/endpoints/submissions/submissions.msw';
import type { AskedOut, AttemptOut, StepRunOut, SubmissionDetailOut } from '@/lib/api/model';
import { SilentEventSource } from '@/lib/testing/event-source';
import { renderApp } from '@/lib/testing/render';
import { server } from '@/lib/testing/server';
import { resetRouter } from '@/lib/testing/router';
import { SubmissionDetail } from './submission-detail';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

const asked = (key: string, label: string): AskedOut => ({
  key,
  kind: 'text',
  label,
  row_label: '',
  live: false,
  choices: [],
  questions: [],
});

const attempt = (over: Partial<AttemptOut>): AttemptOut => ({
  number: 1,
  started_at: '2026-11-24T12:00:00Z',
  ended_at: '2026-11-24T12:00:01Z',
  duration_ms: 340,
  outcome: 'succeeded',
  error_kind: null,
  message: null,
  request: { method: 'POST', body: { name: 'Acme Ltd', password: '[redacted]' } },
  response: { status: 200, body: { id: 1042 } },
  ...over,
});

const step = (over: Partial<StepRunOut>): StepRunOut => ({
  id: '0193a3f0-7c3e-7d10-8f00-00000000000a',
  key: 'customer',
  position: 1,
  title: 'Create the customer',
  system: 'Tryton',
  status: 'waiting',
  sentence: 'Tryton is busy.',
  record: null,
  record_url: null,
  reason: null,
  wait: 'backoff',
  wait_until: null,
  next_attempt_at: null,
  finished_at: null,
  effect: 'readable',
  in_doubt: false,
  action: 'party.create',
  connector: 'tryton',
  error_kind: null,
  deadline_at: '2026-11-25T12:00:00Z',
  attempts: [
    attempt({ outcome: 'failed', error_kind: 'transient', message: 'Answered 503.' }),
    attempt({ number: 2, outcome: 'lost', error_kind: 'outcome_unknown', response: null }),
  ],
  ...over,
});

const submission = (over: Partial<SubmissionDetailOut>): SubmissionDetailOut =>
  getGetSubmissionResponseMock({
    reference: 'WB-7K3M9QXD01',
    title: 'Acme Ltd',
    status: 'delivering',
    problem: null,
    finished_at: null,
    resumed_from: null,
    resumed_as: null,
    asked: [asked('contact_name', 'Contact name'), asked('company', 'Company')],
    data: { company: 'Acme Ltd', contact_name: 'Ada Berg', note: null },
    files: [],
    sensitive: [],
    steps: [step({})],
    ...over,
  });

beforeEach(() => {
  resetRouter();
  SilentEventSource.opened = [];
});

test('each attempt says how it ended; opened, it shows request and response', async () => {
  server.use(getGetSubmissionMockHandler(submission({})));
  const { user } = renderApp(<SubmissionDetail id="1" />);
  const attempts = await screen.findByRole('list', { name: 'Attempts of Create the customer' });
  const [newest, oldest] = within(attempts).getAllByRole('listitem');
  if (!newest || !oldest) throw new Error('Two attempts were expected.');
  expect(newest).toHaveTextContent('Attempt 2');
  expect(newest).toHaveTextContent('Answer lost');
  expect(newest).toHaveTextContent('Nothing came back.');

  expect(within(oldest).getByLabelText('Request')).not.toBeVisible();
  await user.click(within(oldest).getByText('Attempt 1'));
  expect(within(oldest).getByLabelText('Request')).toHaveTextContent('"password": "[redacted]"');
  expect(within(oldest).getByLabelText('Response')).toHaveTextContent('1042');
  expect(oldest).toHaveTextContent('Answered 503.');
  expect(oldest).toHaveTextContent('tries again');
});

test('what was sent is listed by question, and what was left out says so', async () => {
  server.use(getGetSubmissionMockHandler(submission({})));
  renderApp(<SubmissionDetail id="1" />);
  expect(await screen.findByText('Contact name')).toBeVisible();
  expect(screen.getByText('Ada Berg')).toBeVisible();
  expect(screen.getByText('Not given')).toBeVisible();
});

test('a live snapshot brings the new state and its attempts', async () => {
  server.use(getGetSubmissionMockHandler(submission({})));
  renderApp(<SubmissionDetail id="1" />);
  await screen.findByText('Tryton is busy.');
  const stream = SilentEventSource.latest;
  expect(stream.url).toBe('/stream/submissions/1');
  act(() => stream.connect());
  const done = step({ status: 'succeeded', record: '1042', sentence: 'It is party 1042.' });
  act(() => stream.snapshot(submission({ status: 'succeeded', steps: [done] })));
  expect(await screen.findByText('It is party 1042.')).toBeVisible();
  expect(screen.getAllByText('Delivered').length).toBeGreaterThan(0);
  expect(stream.readyState).toBe(SilentEventSource.CLOSED);
});

test('a submission of somebody else is not there', async () => {
  server.use(
    http.get('*/api/v1/submissions/:id', () => HttpResponse.json({ title: 'x' }, { status: 404 })),
  );
  renderApp(<SubmissionDetail id="1" />);
  expect(await screen.findByText('There is no such submission')).toBeVisible();
});

test('a person decides about a step whose outcome is not known, with the number found', async () => {
  const sent = jest.fn();
  server.use(
    getGetSubmissionMockHandler(
      submission({ status: 'needs_attention', steps: [step({ status: 'unknown' })] }),
    ),
    http.post('*/api/v1/steps/:id/resolve', async ({ request }) => {
      sent(await request.json());
      return HttpResponse.json(submission({ status: 'succeeded', steps: [] }));
    }),
  );
  const { user } = renderApp(<SubmissionDetail id="1" />);
  const box = await screen.findByRole('region', { name: 'Decide about Create the customer' });
  expect(box).toHaveTextContent('WB-7K3M9QXD01-1');
  await user.type(within(box).getByLabelText('Number in Tryton, if it is there'), '1042');
  await user.click(within(box).getByRole('button', { name: 'It arrived' }));
  expect(sent).toHaveBeenCalledWith({ decision: 'delivered', record: '1042', note: '' });
});

test('cancelling asks once more before anything is given up', async () => {
  const cancelled = jest.fn();
  server.use(
    getGetSubmissionMockHandler(submission({})),
    http.post('*/api/v1/submissions/:id/cancel', () => {
      cancelled();
      return HttpResponse.json(submission({ status: 'cancelled', steps: [] }));
    }),
  );
  const { user } = renderApp(<SubmissionDetail id="1" />);
  await user.click(await screen.findByRole('button', { name: 'Cancel what is left' }));
  expect(cancelled).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'Yes, send nothing more' }));
  expect(cancelled).toHaveBeenCalledTimes(1);
});

test('an action that is refused says why', async () => {
  server.use(
    getGetSubmissionMockHandler(submission({})),
    http.post('*/api/v1/submissions/:id/retry', () =>
      HttpResponse.json({ title: 'Conflict', detail: 'No step waits.' }, { status: 409 }),
    ),
  );
  const { user } = renderApp(<SubmissionDetail id="1" />);
  await user.click(await screen.findByRole('button', { name: 'Try again now' }));
  expect(await screen.findByText('No step waits.')).toBeVisible();
});
