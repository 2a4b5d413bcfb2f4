import { HttpResponse, http } from 'msw';
import {
  getGetMeMockHandler,
  getGetMeResponseMock,
} from '@/lib/api/endpoints/accounts/accounts.msw';
import { getGetSubmissionResponseMock } from '@/lib/api/endpoints/submissions/submissions.msw';
import type {
  AskedOut,
  AttemptOut,
  EventOut,
  Permission,
  StepRunOut,
  SubmissionDetailOut,
  WaitOut,
} from '@/lib/api/model';
import { server } from './server';

export const asked = (key: string, label: string): AskedOut => ({
  key,
  kind: 'text',
  label,
  row_label: '',
  live: false,
  choices: [],
  questions: [],
});

export const attempt = (over: Partial<AttemptOut>): AttemptOut => ({
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

export const step = (over: Partial<StepRunOut>): StepRunOut => ({
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

export const submission = (over: Partial<SubmissionDetailOut>): SubmissionDetailOut =>
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

export const OPERATOR: Permission[] = ['submissions:read', 'submissions:operate', 'members:read'];

/** Who looks, and what the parts of the page beside the submission are told. */
export function around(permissions: Permission[] = OPERATOR, events: EventOut[] = []) {
  server.use(
    getGetMeMockHandler(getGetMeResponseMock({ id: ADA.user_id, permissions })),
    http.get('*/api/v1/submissions/:id/events', () =>
      HttpResponse.json({ items: events, last_id: events.at(-1)?.id ?? 0 }),
    ),
    http.get('*/api/v1/submissions/:id/notes', () => HttpResponse.json({ items: [] })),
    http.get('*/api/v1/members', () => HttpResponse.json({ items: [ADA], next_cursor: null })),
  );
}

export const ADA = {
  id: '0193a3f0-7c3e-7d10-8f00-0000000000d1',
  user_id: '0193a3f0-7c3e-7d10-8f00-0000000000f1',
  name: 'Ada Berg',
  email: 'ada@example.com',
  role: 'operator',
  joined_at: '2026-11-24T12:00:00Z',
};

export const wait = (over: Partial<WaitOut>): WaitOut => ({
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
