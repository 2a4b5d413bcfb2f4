import { screen, within } from '@testing-library/react';
import { getGetSubmissionMockHandler } from '@/lib/api/endpoints/submissions/submissions.msw';
import { openableDialogs } from '@/lib/testing/dialog';
import { SilentEventSource } from '@/lib/testing/event-source';
import { renderApp } from '@/lib/testing/render';
import { resetRouter } from '@/lib/testing/router';
import { server } from '@/lib/testing/server';
import { around, step, submission, wait } from '@/lib/testing/submission';
import { SubmissionDetail } from '../submission-detail';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

beforeEach(() => {
  resetRouter();
  openableDialogs();
  SilentEventSource.opened = [];
  around();
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
  expect(why).toHaveTextContent(/Tryton is paused: Olga Berg paused it .*“Moving house”/);
  expect(why).toHaveTextContent('when Tryton is resumed. Whoever may operate connections');
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
