import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import type { AlertMessageOut, AlertOut, AlertRouteOut, Permission } from '@/lib/api/model';
import { openableDialogs } from '@/lib/testing/dialog';
import { meAs } from '@/lib/testing/me';
import { renderApp } from '@/lib/testing/render';
import { resetRouter, router } from '@/lib/testing/router';
import { server } from '@/lib/testing/server';
import { AlertList } from './list/alert-list';
import { AlertRoutes } from './routes/alert-routes';
import { AlertRules } from './rules/alert-rules';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);
beforeAll(openableDialogs);
beforeEach(() => resetRouter());

const ALERT: AlertOut = {
  id: '0193a3f0-7c3e-7d10-8f00-00000000000a',
  kind: 'connection_refused',
  severity: 'critical',
  subject: '0193a3f0-7c3e-7d10-8f00-0000000000c1',
  message: 'The ERP refuses the sign-in.',
  title: 'The ERP refuses the sign-in',
  what: 'The connection The ERP was refused when it signed in, so it was paused.',
  means: 'Nothing is sent there.',
  do: 'Correct its credentials.',
  page: '/connections/0193a3f0-7c3e-7d10-8f00-0000000000c1',
  runbook: 'docs/operations/runbooks.md#connection-refused',
  count: 1,
  opened_at: '2026-11-24T12:00:00Z',
  resolved_at: null,
  told_at: null,
  acknowledged_at: null,
  acknowledged_by: '',
  acknowledged_note: '',
  silenced_until: null,
};
const ROUTE: AlertRouteOut = {
  id: '0193a3f0-7c3e-7d10-8f00-0000000000f1',
  name: 'On call',
  channel: 'slack',
  severities: ['critical'],
  enabled: true,
  disabled_reason: null,
  recipients: [],
  url: 'https://hooks.slack.com',
  secret_set_at: '2026-11-24T12:00:00Z',
  failing_since: null,
  created_at: '2026-11-24T12:00:00Z',
};

type Sent = { path: string; body: unknown };

function serving(permissions: Permission[], alerts: AlertOut[] = [ALERT]): Sent[] {
  const sent: Sent[] = [];
  const note = async (request: Request) => {
    const text = await request.text();
    const path = new URL(request.url).pathname.replace('/api/v1/', '');
    sent.push({ path, body: text ? JSON.parse(text) : null });
  };
  server.use(
    http.get('*/api/v1/me', () => HttpResponse.json(meAs('admin', { permissions }))),
    http.get('*/api/v1/alerts', () => HttpResponse.json({ items: alerts, next_cursor: null })),
    http.get('*/api/v1/alert-counts', () =>
      HttpResponse.json({
        items: [
          { kind: 'connection_refused', severity: 'critical', open: 1, acknowledged: 0 },
          { kind: 'backlog', severity: 'warning', open: 999, acknowledged: 0 },
        ],
      }),
    ),
    http.get('*/api/v1/alert-routes', () =>
      HttpResponse.json({ items: [ROUTE], next_cursor: null }),
    ),
    http.get('*/api/v1/alert-settings', () =>
      HttpResponse.json({ language: 'en', time_zone: 'UTC', quiet_from: null, quiet_until: null }),
    ),
    http.post('*/api/v1/alerts/*', async ({ request }) => {
      await note(request);
      return HttpResponse.json(ALERT);
    }),
    http.all('*/api/v1/alert-rules/*', async ({ request }) => {
      await note(request);
      return HttpResponse.json({});
    }),
  );
  return sent;
}

test('an alert says what happened, what it means, what to do and where', async () => {
  serving(['alerts:read']);
  renderApp(<AlertList />);
  expect(await screen.findByText(ALERT.what)).toBeInTheDocument();
  expect(screen.getByText(ALERT.means)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Go there' })).toHaveAttribute('href', ALERT.page);
  expect(screen.queryByRole('button', { name: 'I am on it' })).toBeNull();
});

test('somebody sees to it, and says so to the others', async () => {
  const sent = serving(['alerts:read', 'alerts:operate']);
  const { user } = renderApp(<AlertList />);
  await user.click(await screen.findByRole('button', { name: 'I am on it' }));
  const dialog = within(screen.getByRole('dialog'));
  await user.type(dialog.getByRole('textbox', { name: /Note/ }), 'Asking the owner.');
  await user.click(dialog.getByRole('button', { name: 'I am on it' }));
  await waitFor(() =>
    expect(sent).toEqual([
      { path: `alerts/${ALERT.id}/acknowledge`, body: { note: 'Asking the owner.' } },
    ]),
  );
});

test('a thousand alerts are told by kind, and listed one kind at a time', async () => {
  serving(['alerts:read']);
  const { user } = renderApp(<AlertList />);
  await user.click(await screen.findByRole('button', { name: /Steps pile up 999/ }));
  expect(router.replace).toHaveBeenCalledWith(
    { pathname: '/alerts', query: { kind: 'backlog' } },
    undefined,
    { shallow: true, scroll: false },
  );
});

test('where nothing is wrong the page says what happens then', async () => {
  serving(['alerts:read'], []);
  renderApp(<AlertList />);
  expect(await screen.findByText('Nothing is wrong')).toBeInTheDocument();
});

test('a rule is a sentence, and what is typed changes it at once', async () => {
  const sent = serving(['alerts:read', 'alerts:manage']);
  const values = {
    enabled: true,
    severity: 'warning',
    threshold: 1,
    window_seconds: 86_400,
    repeat_seconds: 86_400,
  };
  server.use(
    http.get('*/api/v1/alert-rules', () =>
      HttpResponse.json({
        items: [
          {
            kind: 'step_failed',
            label: 'Steps failed',
            of_the_system: false,
            changed: false,
            now: values,
            usual: values,
          },
        ],
      }),
    ),
  );
  const { user } = renderApp(<AlertRules />);
  const row = await screen.findByRole('row', { name: /Steps failed/ });
  expect(row).toHaveTextContent('At least one submission failed within 1 day.');
  await user.click(within(row).getByRole('button'));
  const dialog = within(screen.getByRole('dialog'));
  const field = dialog.getByRole('spinbutton', { name: 'How much it takes' });
  await user.clear(field);
  await user.type(field, '20');
  expect(dialog.getByText(/At least 20 submissions/)).toBeInTheDocument();
  await user.click(dialog.getByRole('button', { name: 'Save the rule' }));
  await waitFor(() => expect(sent[0]?.body).toMatchObject({ threshold: 20 }));
});

test('a test of a route is followed until it is known whether it arrived', async () => {
  serving(['alerts:read', 'alerts:manage']);
  const message: AlertMessageOut = {
    id: '0193a3f0-7c3e-7d10-8f00-0000000000aa',
    alert_id: null,
    route_id: ROUTE.id,
    kind: 'alert.test',
    title: 'A test',
    status: 'pending',
    happened_at: '2026-11-24T12:00:00Z',
    next_attempt_at: '2026-11-24T12:00:00Z',
    finished_at: null,
    attempts: [],
  };
  const attempt = {
    number: 1,
    started_at: '2026-11-24T12:00:00Z',
    ended_at: '2026-11-24T12:00:01Z',
    status_code: 404,
    message: 'The receiver answered HTTP 404.',
    answer: 'no_service',
  };
  server.use(
    http.post('*/api/v1/alert-routes/*/test', () => HttpResponse.json(message, { status: 202 })),
    http.get('*/api/v1/alert-messages', () =>
      HttpResponse.json({ items: [{ ...message, attempts: [attempt] }], next_cursor: null }),
    ),
  );
  const { user } = renderApp(<AlertRoutes />);
  await user.click(await screen.findByRole('button', { name: 'Send a test: On call' }));
  expect(await screen.findByText(/is tried again: The receiver answered HTTP 404/)).toBeVisible();
  expect(screen.getByText(/no_service/)).toBeInTheDocument();
});

test('a route that cannot work is refused before it is sent, at its field', async () => {
  serving(['alerts:read', 'alerts:manage']);
  const { user } = renderApp(<AlertRoutes />);
  await user.click(await screen.findByRole('button', { name: 'New route' }));
  const dialog = within(screen.getByRole('dialog'));
  await user.type(dialog.getByRole('textbox', { name: 'Addresses' }), 'nobody');
  await user.click(dialog.getByRole('button', { name: 'Make the route' }));
  expect(await dialog.findByText('This is needed.')).toBeInTheDocument();
  expect(dialog.getByText(/e-mail address, such as/)).toBeInTheDocument();
});
