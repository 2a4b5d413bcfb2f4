import { screen, within } from '@testing-library/react';
import { getGetSubmissionMockHandler } from '@/lib/api/endpoints/submissions/submissions.msw';
import { openableDialogs } from '@/lib/testing/dialog';
import { SilentEventSource } from '@/lib/testing/event-source';
import { renderApp } from '@/lib/testing/render';
import { resetRouter } from '@/lib/testing/router';
import { server } from '@/lib/testing/server';
import type { EventOut } from '@/lib/api/model';
import { OPERATOR, around, attempt, step, submission } from '@/lib/testing/submission';
import { SubmissionDetail } from '../submission-detail';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

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
  await user.click(within(newest).getByText('Attempt 2'));
  expect(await within(newest).findByText('Nothing came back.')).toBeVisible();

  expect(within(oldest).queryByLabelText('Request')).not.toBeInTheDocument();
  await user.click(within(oldest).getByText('Attempt 1'));
  const request = await within(oldest).findByLabelText('Request');
  expect(request).toHaveTextContent('"password": "[redacted]"');
  expect(within(oldest).getByLabelText('Response')).toHaveTextContent('1042');
  expect(oldest).toHaveTextContent('Answered 503.');
  expect(oldest).toHaveTextContent('tries again');
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
  const compare = await within(newest).findByRole('button', { name: 'Changes since attempt 1' });
  await user.click(compare);
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
