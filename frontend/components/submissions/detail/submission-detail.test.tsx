import { act, screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { getGetSubmissionMockHandler } from '@/lib/api/endpoints/submissions/submissions.msw';
import { openableDialogs } from '@/lib/testing/dialog';
import { SilentEventSource } from '@/lib/testing/event-source';
import { renderApp } from '@/lib/testing/render';
import { resetRouter } from '@/lib/testing/router';
import { server } from '@/lib/testing/server';
import { around, step, submission } from '@/lib/testing/submission';
import { SubmissionDetail } from './submission-detail';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

beforeEach(() => {
  resetRouter();
  openableDialogs();
  SilentEventSource.opened = [];
  around();
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
  await screen.findByText('Waits for Tryton.');
  const stream = SilentEventSource.latest;
  expect(stream.url).toBe('/stream/submissions/1?language=en');
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
  await user.type(await within(box).findByLabelText('Number in Tryton, if it is there'), '1042');
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

test('a step that failed because the sign-in was refused leads to its connection', async () => {
  const refused = step({ status: 'failed', error_kind: 'auth_failed' });
  const mail = step({ id: '2', key: 'mail', status: 'failed', error_kind: 'invalid_input' });
  server.use(getGetSubmissionMockHandler(submission({ status: 'failed', steps: [refused, mail] })));
  renderApp(<SubmissionDetail id="1" />);
  const ways = await screen.findAllByRole('link', { name: /^Open the connection/ });
  expect(ways.map((way) => way.getAttribute('href'))).toEqual([
    `/connections/${refused.connection.slug}`,
  ]);
});
