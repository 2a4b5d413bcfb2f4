import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { renderApp } from '@/lib/testing/render';
import { server } from '@/lib/testing/server';
import { OpenAlerts } from './open-alerts';

const alerts = (items: unknown[]) =>
  http.get('*/api/v1/alerts', () => HttpResponse.json({ items, next_cursor: null }));

test('an open alert says what is wrong and what to do', async () => {
  server.use(
    alerts([
      {
        id: '0193a3f0-7c3e-7d10-8f00-00000000000a',
        kind: 'connection_refused',
        subject: 'x',
        title: 'Tryton refuses the sign-in',
        do: 'Correct its credentials, then resume the connection.',
        opened_at: '2026-11-24T12:00:00Z',
        resolved_at: null,
      },
    ]),
  );
  renderApp(<OpenAlerts />);
  expect(await screen.findByRole('region', { name: 'Needs attention' })).toHaveTextContent(
    'Correct its credentials',
  );
});

test('what somebody cares for, or silenced, does not stand in the way', async () => {
  const alert = {
    kind: 'connection_refused',
    subject: 'x',
    do: 'Correct its credentials.',
    opened_at: '2026-11-24T12:00:00Z',
    resolved_at: null,
    acknowledged_at: null,
    silenced_until: null,
  };
  server.use(
    alerts([
      { ...alert, id: '1', title: 'Cared for', acknowledged_at: '2026-11-24T13:00:00Z' },
      { ...alert, id: '2', title: 'Silenced', silenced_until: '2999-01-01T00:00:00Z' },
      { ...alert, id: '3', title: 'Loud again', silenced_until: '2026-11-24T13:00:00Z' },
    ]),
  );
  renderApp(<OpenAlerts />);
  expect(await screen.findByRole('link', { name: 'Loud again' })).toBeVisible();
  expect(screen.getAllByRole('listitem')).toHaveLength(1);
});

test('nothing is shown when all is well', async () => {
  const asked = jest.fn();
  server.use(
    http.get('*/api/v1/alerts', () => {
      asked();
      return HttpResponse.json({ items: [], next_cursor: null });
    }),
  );
  renderApp(<OpenAlerts />);
  await screen.findByText('', { selector: 'body' });
  expect(screen.queryByRole('region')).toBeNull();
});
