import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { openableDialogs } from '@/lib/testing/dialog';
import { renderApp } from '@/lib/testing/render';
import { resetRouter } from '@/lib/testing/router';
import { server } from '@/lib/testing/server';
import { OPERATOR, problem, serving } from '../testing/serving';
import { ConnectionDetail } from './connection-detail';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);
beforeAll(openableDialogs);
beforeEach(() => resetRouter());

const open = () => renderApp(<ConnectionDetail name="erp" />);

test('a viewer sees everything and is told who may act', async () => {
  serving(['connections:read']);
  open();
  expect(await screen.findByRole('heading', { name: 'Our ERP' })).toBeVisible();
  expect(await screen.findByText(/Testing, pausing and resuming needs an operator/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Pause' })).toBeNull();
  expect(await screen.findByText(/your role does not read them/)).toBeVisible();
});

test('a test’s result is said in words', async () => {
  const { at } = serving(OPERATOR);
  server.use(
    http.post(`${at}/test`, () =>
      HttpResponse.json({
        ok: false,
        message: 'Tryton did not answer within 10 s.',
        problem: 'timed_out',
        took_ms: 10_004,
      }),
    ),
  );
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Test now' }));
  const result = await screen.findByText('Tryton did not answer within 10 s.');
  expect(result.closest('[role=status]')).toHaveTextContent('It does not work yet');
});

test('errors, workflows and the history are told', async () => {
  const { state } = serving();
  state.errors = [
    {
      status: 'failed',
      kind: 'invalid_input',
      message: 'Tryton refuses the record.',
      count: 12,
      at: '2026-11-28T11:00:00Z',
      submission_id: 's-1',
      reference: 'WB-7K3M9QXD01',
    },
  ];
  state.uses = [
    { workflow: 'Orders', slug: 'orders', draft: false, steps: ['Making the sale'], questions: [] },
    { workflow: 'Returns', slug: 'returns', draft: true, steps: [], questions: [] },
  ];
  state.events = [
    event({ what: 'breaker', ended_at: '2026-11-28T11:05:00Z', times: 3, by: null }),
    event({ what: 'tested', ok: false, problem: 'wrong_credentials', at: '2026-11-28T10:00:00Z' }),
    event({
      what: 'limited',
      at: '2026-11-28T09:00:00Z',
      changes: [{ field: 'max_in_flight', before: 32, after: 3 }],
    }),
  ];
  open();
  expect(await screen.findByRole('link', { name: 'WB-7K3M9QXD01' })).toHaveAttribute(
    'href',
    '/submissions/s-1',
  );
  expect(screen.getByText('12 submissions')).toBeVisible();
  expect(screen.getByRole('link', { name: 'All of them' })).toHaveAttribute(
    'href',
    '/submissions?connection_id=0193a3f0-7c3e-7d10-8f00-0000000000c1&error_kind=invalid_input',
  );
  expect(await screen.findByText('Sends: Making the sale')).toBeVisible();
  expect(screen.getByText(/Its draft has faults/)).toBeVisible();
  expect(await screen.findByText(/for 5 min 0 s/)).toHaveTextContent('3 times');
  expect(screen.getByText('It did not work: the credentials are wrong')).toBeVisible();
  expect(screen.getByText('At the same time: 32 → 3')).toBeVisible();
});

function event(over: object) {
  return {
    at: '2026-11-28T11:00:00Z',
    what: 'paused',
    by: 'Ida Lund',
    ended_at: null,
    times: 1,
    message: null,
    ok: null,
    problem: null,
    changes: [],
    ...over,
  };
}

test('one that is not there says so', async () => {
  serving();
  server.use(http.get('*/api/v1/connections/erp', () => problem(404, 'No.')));
  open();
  expect(await screen.findByText('There is no such connection')).toBeVisible();
});
