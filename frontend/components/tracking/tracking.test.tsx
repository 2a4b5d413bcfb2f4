import { act, screen, waitFor, within } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import {
  getGetTrackingMockHandler,
  getGetTrackingResponseMock,
} from '@/lib/api/endpoints/tracking/tracking.msw';
import type { StepProgressOut, TrackingOut } from '@/lib/api/model';
import { SilentEventSource } from '@/lib/testing/event-source';
import { renderApp } from '@/lib/testing/render';
import { server } from '@/lib/testing/server';
import { refreshOf } from './leads-on';
import { Tracking } from './tracking';
import { ENGLISH } from './testing/translations';

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
    status: 'delivering',
    headline: 'On its way.',
    submitted_at: '2026-11-24T12:00:00Z',
    finished_at: null,
    language: 'en',
    words: ENGLISH,
    sent: null,
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

test('a live snapshot moves the route, and is announced politely', async () => {
  renderApp(<Tracking token="t" leadsOn={false} tracking={tracking({})} />);
  expect(screen.getByText('Acme Ltd is being created in Tryton.')).toBeVisible();
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
  expect(document.title).toBe(`WB-7K3M9QXD01: Delivered · ${DONE.organization.name}`);
});

test('without a stream the page polls until the end', async () => {
  let asked = 0;
  server.use(getGetTrackingMockHandler(() => (++asked < 2 ? tracking({}) : DONE)));
  jest.useFakeTimers({ doNotFake: [...EVERYTHING_BUT_INTERVALS] });
  renderApp(<Tracking token="t" leadsOn={false} tracking={tracking({})} />);
  act(() => SilentEventSource.latest.refuse());
  expect(screen.getByText(/checks every few seconds/)).toBeVisible();

  act(() => jest.advanceTimersByTime(3_100));
  await waitFor(() => expect(asked).toBe(1));
  act(() => jest.advanceTimersByTime(3_100));
  expect(await screen.findByText('Everything has arrived.')).toBeVisible();
  act(() => jest.advanceTimersByTime(10_000));
  expect(asked).toBe(2);
  jest.useRealTimers();
});

test('a step that needs a person does not ask the sender to act', () => {
  const lost = step({ status: 'unknown', sentence: 'The answer of Tryton was lost.' });
  renderApp(
    <Tracking
      token="t"
      leadsOn={false}
      tracking={tracking({ status: 'needs_attention', steps: [lost] })}
    />,
  );
  expect(screen.getByText('The answer of Tryton was lost.')).toBeVisible();
  expect(screen.getAllByText('Being checked')).toHaveLength(2);
});

test('a step that was not needed says so, and that it was skipped', () => {
  const skipped = step({ status: 'skipped', sentence: 'Not needed for this submission.' });
  renderApp(
    <Tracking
      token="t"
      leadsOn={false}
      tracking={tracking({ status: 'succeeded', steps: [skipped] })}
    />,
  );
  expect(screen.getByText('Not needed for this submission.')).toBeVisible();
  expect(screen.getByText('Skipped')).toBeVisible();
});

test('the page as the server draws it says how to see the newest state', () => {
  const html = renderToString(<Tracking token="t" leadsOn={false} tracking={tracking({})} />);
  expect(html).toContain('This page looks again every 20 seconds.');
  expect(html).toContain('<a class="t-again" href="/t/t">Look again</a>');
  expect(html).toContain('24 Nov 2026, 12:00:00 UTC');
  expect(renderToString(<Tracking token="t" leadsOn={false} tracking={DONE} />)).not.toContain(
    'Look again',
  );
});

test('times are told in the language of the submission', async () => {
  const told = tracking({
    language: 'de',
    submitted_at: new Date(Date.now() - 7_300_000).toISOString(),
  });
  renderApp(<Tracking token="t" leadsOn={false} tracking={told} />);
  expect(await screen.findByText('vor 2 Stunden')).toBeVisible();
});

test('the organization says its last words above, and where they lead', () => {
  const sent = { title: 'Thank you', text: 'We call you.', redirect: 'https://shop.example/done' };
  const { rerender } = renderApp(
    <Tracking token="t" leadsOn={false} tracking={tracking({ sent })} />,
  );
  expect(screen.getByRole('heading', { name: 'Thank you' })).toBeVisible();
  expect(screen.getByText('We call you.')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Go on to shop.example' })).toHaveAttribute(
    'href',
    'https://shop.example/done',
  );
  expect(screen.queryByText(/being taken/)).not.toBeInTheDocument();
  rerender(<Tracking token="t" leadsOn tracking={tracking({ sent })} />);
  expect(screen.getByText(/You are being taken to shop\.example\./)).toBeVisible();
});

test('the page leads on only right after the form was sent', () => {
  const sent = { title: '', text: '', redirect: 'https://shop.example/done?a=1' };
  const ago = (ms: number) => new Date(Date.now() - ms).toISOString();
  const led = (over: Partial<TrackingOut>) => refreshOf(tracking({ sent, ...over }));
  expect(led({ submitted_at: ago(1_000) })).toBe('5; url=https://shop.example/done?a=1');
  expect(led({ submitted_at: ago(3_600_000) })).toBeNull();
  expect(led({ submitted_at: ago(1_000), sent: null })).toBeNull();
});
