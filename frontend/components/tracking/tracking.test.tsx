import { act, screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import {
  getGetTrackingMockHandler,
  getGetTrackingResponseMock,
} from '@/lib/api/endpoints/tracking/tracking.msw';
import type { StepProgressOut, TrackingOut } from '@/lib/api/model';
import { SilentEventSource } from '@/lib/testing/event-source';
import { renderApp } from '@/lib/testing/render';
import { server } from '@/lib/testing/server';
import { Tracking } from './tracking';
import { ENGLISH, GERMAN, HEBREW } from './testing-words';

const step = (over: Partial<StepProgressOut>): StepProgressOut => ({
  key: 'customer',
  position: 1,
  title: 'Create the customer',
  system: 'Tryton',
  status: 'sending',
  sentence: 'Acme Ltd is being created in Tryton.',
  record: null,
  record_url: null,
  reason: null,
  wait: null,
  wait_until: null,
  next_attempt_at: null,
  finished_at: null,
  ...over,
});

const tracking = (over: Partial<TrackingOut>): TrackingOut =>
  getGetTrackingResponseMock({
    reference: 'WB-7K3M9QXD01',
    language: 'en',
    direction: 'ltr',
    words: ENGLISH,
    status: 'delivering',
    headline: 'On its way.',
    submitted_at: '2026-11-24T12:00:00Z',
    finished_at: null,
    steps: [step({})],
    ...over,
  });

const DONE = tracking({
  status: 'succeeded',
  headline: 'Everything has arrived.',
  steps: [
    step({
      status: 'succeeded',
      sentence: 'Acme Ltd was created in Tryton as party 1042.',
      record: '1042',
      finished_at: '2026-11-24T12:00:02Z',
    }),
  ],
});

/** Only the polling is under the test's control: the mocked network needs its own timers. */
const EVERYTHING_BUT_INTERVALS = [
  'Date',
  'performance',
  'queueMicrotask',
  'nextTick',
  'setImmediate',
  'clearImmediate',
  'setTimeout',
  'clearTimeout',
] as const;

beforeEach(() => {
  SilentEventSource.opened = [];
});

test('the layout stands before the state is known', () => {
  server.use(http.get('*/api/v1/track/:token', () => new Promise<never>(() => undefined)));
  renderApp(<Tracking token="t" />);
  expect(screen.getByRole('region', { name: 'Loading the state' })).toBeVisible();
});

test('a live snapshot moves the route, and is announced politely', async () => {
  server.use(getGetTrackingMockHandler(tracking({})));
  renderApp(<Tracking token="t" />);
  await screen.findByText('Acme Ltd is being created in Tryton.');
  expect(screen.getByRole('status')).toHaveTextContent('');

  const stream = SilentEventSource.latest;
  expect(stream.url).toBe('/stream/track/t');
  act(() => stream.connect());
  expect(screen.getByText(/this page changes by itself/)).toBeVisible();

  act(() => stream.snapshot(DONE));
  const route = await screen.findByRole('list', { name: 'Steps of this submission' });
  expect(within(route).getByText('1042')).toBeVisible();
  expect(screen.getByRole('heading', { name: 'Everything has arrived.' })).toBeVisible();
  expect(screen.getByRole('status')).toHaveTextContent(
    'Acme Ltd was created in Tryton as party 1042. Everything has arrived.',
  );
  expect(stream.readyState).toBe(SilentEventSource.CLOSED);
});

test('without a stream the page polls until the end', async () => {
  let asked = 0;
  server.use(getGetTrackingMockHandler(() => (++asked < 3 ? tracking({}) : DONE)));
  renderApp(<Tracking token="t" />);
  await screen.findByText('Acme Ltd is being created in Tryton.');
  jest.useFakeTimers({ doNotFake: [...EVERYTHING_BUT_INTERVALS] });
  act(() => SilentEventSource.latest.refuse());
  expect(screen.getByText(/checks every few seconds/)).toBeVisible();

  act(() => jest.advanceTimersByTime(3_100));
  await waitFor(() => expect(asked).toBe(2));
  act(() => jest.advanceTimersByTime(3_100));
  expect(await screen.findByText('Everything has arrived.')).toBeVisible();
  act(() => jest.advanceTimersByTime(10_000));
  expect(asked).toBe(3);
  jest.useRealTimers();
});

test('a step that needs a person does not ask the sender to act', async () => {
  server.use(
    getGetTrackingMockHandler(
      tracking({
        status: 'needs_attention',
        headline: 'One step is being checked.',
        steps: [step({ status: 'unknown', sentence: 'The answer of Tryton was lost.' })],
      }),
    ),
  );
  renderApp(<Tracking token="t" />);
  await screen.findByText('The answer of Tryton was lost.');
  expect(screen.getAllByText('Being checked')).toHaveLength(2);
  expect(screen.queryByText('Needs you')).not.toBeInTheDocument();
});

test('an unknown address says so; it is not retried', async () => {
  server.use(
    http.get('*/api/v1/track/:token', () => HttpResponse.json({ title: 'x' }, { status: 404 })),
  );
  renderApp(<Tracking token="nope" />);
  expect(
    await screen.findByRole('heading', { name: 'No submission has this address' }),
  ).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
});

test('a failure shows the request id, and trying again works', async () => {
  server.use(
    http.get(
      '*/api/v1/track/:token',
      () =>
        HttpResponse.json(
          { detail: 'The database is away.', request_id: 'req-3' },
          { status: 503 },
        ),
      { once: true },
    ),
    getGetTrackingMockHandler(DONE),
  );
  const { user } = renderApp(<Tracking token="t" />);
  const notice = await screen.findByRole('alert');
  expect(notice).toHaveTextContent('The database is away.');
  expect(notice).toHaveTextContent('req-3');
  await user.click(within(notice).getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Everything has arrived.')).toBeVisible();
});

test('a step that was not needed says so, and that it was skipped', async () => {
  const skipped = step({ status: 'skipped', sentence: 'Not needed for this submission.' });
  server.use(getGetTrackingMockHandler(tracking({ status: 'succeeded', steps: [skipped] })));
  renderApp(<Tracking token="t" />);
  expect(await screen.findByText('Not needed for this submission.')).toBeVisible();
  expect(screen.getByText('Skipped')).toBeVisible();
});

test('everything around the sentences is in the language of the submission', async () => {
  const waiting = step({
    status: 'waiting',
    record: '1042',
    next_attempt_at: new Date(Date.now() + 90_000).toISOString(),
  });
  const german = tracking({
    language: 'de',
    words: GERMAN,
    submitted_at: new Date(Date.now() - 3_600_000).toISOString(),
    steps: [waiting],
  });
  server.use(getGetTrackingMockHandler(german));
  const { unmount } = renderApp(<Tracking token="t" />);
  const route = await screen.findByRole('list', { name: 'Schritte dieser Einsendung' });
  expect(within(route).getByText('Wartet')).toBeVisible();
  expect(within(route).getByText(/Nächster Versuch/)).toHaveTextContent('in 1 Minute');
  expect(screen.getByText('vor 1 Stunde')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Drucken' })).toBeVisible();
  expect(document.documentElement).toHaveAttribute('lang', 'de');
  unmount();
  expect(document.documentElement).not.toHaveAttribute('lang', 'de');
});

test('a language that is written from right to left turns the page', async () => {
  const hebrew = tracking({ ...DONE, language: 'he', direction: 'rtl', words: HEBREW });
  server.use(getGetTrackingMockHandler(hebrew));
  renderApp(<Tracking token="t" />);
  expect(await screen.findByRole('button', { name: 'הדפסה' })).toBeVisible();
  expect(document.documentElement).toHaveAttribute('dir', 'rtl');
});
