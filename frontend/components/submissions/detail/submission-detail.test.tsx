import { act, screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import {
  getGetSubmissionMockHandler,
  getGetSubmissionResponseMock,
} from '@/lib/api/endpoints/submissions/submissions.msw';
import {
  getGetMeMockHandler,
  getGetMeResponseMock,
} from '@/lib/api/endpoints/accounts/accounts.msw';
import type {
  AskedOut,
  AttemptOut,
  EventOut,
  Permission,
  StepRunOut,
  SubmissionDetailOut,
  WaitOut,
} from '@/lib/api/model';
import { openableDialogs } from '@/lib/testing/dialog';
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
  wait: null,
  wait_until: null,
  waiting: null,
  behind: null,
  error_message: null,
  connection: { id: '0193a3f0-7c3e-7d10-8f00-0000000000c1', slug: 'erp', name: 'Tryton' },
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
    wait: null,
    erased_at: null,
    finished_at: null,
    resumed_from: null,
    resumed_as: null,
    replay_of: null,
    replayed_as: [],
    assigned: null,
    asked: [asked('contact_name', 'Contact name'), asked('company', 'Company')],
    data: { company: 'Acme Ltd', contact_name: 'Ada Berg', note: null },
    files: [],
    sensitive: [],
    steps: [step({})],
    ...over,
  });

const OPERATOR: Permission[] = ['submissions:read', 'submissions:operate', 'members:read'];

/** Who looks, and what the parts of the page beside the submission are told. */
function around(permissions: Permission[] = OPERATOR, events: EventOut[] = []) {
  server.use(
    getGetMeMockHandler(getGetMeResponseMock({ id: ADA.user_id, permissions })),
    http.get('*/api/v1/submissions/:id/events', () =>
      HttpResponse.json({ items: events, last_id: events.at(-1)?.id ?? 0 }),
    ),
    http.get('*/api/v1/submissions/:id/notes', () => HttpResponse.json({ items: [] })),
    http.get('*/api/v1/members', () => HttpResponse.json({ items: [ADA], next_cursor: null })),
  );
}

const ADA = {
  id: '0193a3f0-7c3e-7d10-8f00-0000000000d1',
  user_id: '0193a3f0-7c3e-7d10-8f00-0000000000f1',
  name: 'Ada Berg',
  email: 'ada@example.com',
  role: 'operator',
  joined_at: '2026-11-24T12:00:00Z',
};

const wait = (over: Partial<WaitOut>): WaitOut => ({
  reason: 'paused',
  sentence: '',
  until: null,
  since: '2026-11-24T12:00:00Z',
  pause: 'operator',
  by: 'Olga Berg',
  message: null,
  step: 'Create the customer',
  connection: { id: '0193a3f0-7c3e-7d10-8f00-0000000000c1', slug: 'erp', name: 'Tryton' },
  ...over,
});

beforeEach(() => {
  resetRouter();
  openableDialogs();
  SilentEventSource.opened = [];
  around();
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

test('cancelling names what is given up before anything is', async () => {
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
  const dialog = screen.getByRole('dialog');
  expect(dialog).toHaveTextContent('Create the customer');
  await user.click(within(dialog).getByRole('button', { name: 'Send nothing more' }));
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

test('a paused connection is the first reason: who, since when, and the way there', async () => {
  const paused = step({
    status: 'ready',
    wait: 'paused',
    waiting: wait({ message: 'Moving house' }),
    error_message: 'Answered 503.',
    next_attempt_at: '2020-01-01T12:00:00Z',
  });
  server.use(getGetSubmissionMockHandler(submission({ steps: [paused] })));
  renderApp(<SubmissionDetail id="1" />);
  const why = await screen.findByRole('region', { name: 'Why Create the customer waits' });
  expect(why).toHaveTextContent(/Tryton is paused: Olga Berg paused it .* ago. “Moving house”/);
  expect(why).toHaveTextContent('when somebody who may operate connections resumes Tryton');
  expect(why).toHaveTextContent('Before that, the last try said: Answered 503.');
  expect(within(why).getByRole('link', { name: 'Open the connection Tryton' })).toHaveAttribute(
    'href',
    '/connections/erp',
  );
  expect(screen.queryByText(/Next try/)).not.toBeInTheDocument();
  expect(screen.getByRole('list', { name: 'Steps of this submission' })).toHaveTextContent(
    'Waiting',
  );
});

test('a next try is counted down, and one that is past is now', async () => {
  const soon = new Date(Date.now() + 125_000).toISOString();
  const retried = step({ wait: 'backoff', wait_until: soon, error_message: 'Answered 503.' });
  const late = step({
    id: '2',
    key: 'mail',
    title: 'Send the mail',
    wait: 'backoff',
    wait_until: '2020-01-01T12:00:00Z',
  });
  server.use(getGetSubmissionMockHandler(submission({ steps: [retried, late] })));
  renderApp(<SubmissionDetail id="1" />);
  const first = await screen.findByRole('region', { name: 'Why Create the customer waits' });
  expect(first).toHaveTextContent(/Waybill tries again in 2:0\d\./);
  expect(screen.getByRole('region', { name: 'Why Send the mail waits' })).toHaveTextContent(
    'Waybill tries again now.',
  );
});

test('the submission that goes first is named and linked', async () => {
  const behind = { id: '7', reference: 'WB-FIRST' };
  server.use(
    getGetSubmissionMockHandler(
      submission({ steps: [step({ status: 'blocked', wait: 'order', behind })] }),
    ),
  );
  renderApp(<SubmissionDetail id="1" />);
  expect(await screen.findByRole('link', { name: 'WB-FIRST' })).toHaveAttribute(
    'href',
    '/submissions/7',
  );
});

test('what a person may not do is not there, and says who may', async () => {
  around(['submissions:read']);
  server.use(getGetSubmissionMockHandler(submission({})));
  renderApp(<SubmissionDetail id="1" />);
  expect(await screen.findByText(/Your role only looks/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Try again now' })).not.toBeInTheDocument();
  expect(screen.queryByLabelText('A note for your organization')).not.toBeInTheDocument();
});

test('a part that has arrived is said as what it is', async () => {
  const made = step({ status: 'succeeded', record: '1042', sentence: 'It is party 1042.' });
  const mail = step({ id: '2', key: 'mail', title: 'Send the mail', wait: 'backoff' });
  server.use(getGetSubmissionMockHandler(submission({ steps: [made, mail] })));
  renderApp(<SubmissionDetail id="1" />);
  expect(
    await screen.findByText(
      '“Create the customer” is done in Tryton; “Send the mail” is still waiting.',
    ),
  ).toBeVisible();
});

test('an attempt shows what is new in it, and what was decided', async () => {
  const events: EventOut[] = [
    {
      id: 3,
      at: '2026-11-24T12:00:01Z',
      kind: 'step.waiting',
      step_run_id: '0193a3f0-7c3e-7d10-8f00-00000000000a',
      detail: { step: 1, try: 1, error: 'transient', retry_in: 10 },
    },
  ];
  around(OPERATOR, events);
  const attempts = [
    attempt({ outcome: 'failed', response: { status: 503, body: null } }),
    attempt({ number: 2, request: { method: 'POST', body: { name: 'Corrected Ltd' } } }),
  ];
  server.use(getGetSubmissionMockHandler(submission({ steps: [step({ attempts })] })));
  const { user } = renderApp(<SubmissionDetail id="1" />);
  const list = await screen.findByRole('list', { name: 'Attempts of Create the customer' });
  const [newest, oldest] = within(list).getAllByRole('listitem');
  if (!newest || !oldest) throw new Error('Two attempts were expected.');
  expect(await within(oldest).findByText('Try again after 10.0 s.')).toBeInTheDocument();
  await user.click(within(newest).getByText('Attempt 2'));
  await user.click(within(newest).getByRole('radio', { name: 'Changes since attempt 1' }));
  const changes = within(newest).getByLabelText('Request');
  expect(changes.querySelector('ins')).toHaveTextContent('Corrected Ltd');
  expect(changes.querySelector('del')).toHaveTextContent('Acme Ltd');
});

test('a link to a record that is no address of the web is no link', async () => {
  const odd = step({ status: 'succeeded', record: '7', record_url: 'javascript:alert(1)' });
  server.use(getGetSubmissionMockHandler(submission({ steps: [odd] })));
  renderApp(<SubmissionDetail id="1" />);
  await screen.findByText('7');
  expect(screen.queryByRole('link', { name: '7' })).not.toBeInTheDocument();
});
