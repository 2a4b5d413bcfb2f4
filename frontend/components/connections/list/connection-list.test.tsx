import { screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { renderApp } from '@/lib/testing/render';
import { server } from '@/lib/testing/server';
import { speak } from '@/lib/words/languages';
import { ADMIN, ERP, HEALTH, OPERATOR, PAUSED, problem, serving } from '../testing/serving';
import { ConnectionList } from './connection-list';

afterEach(() => speak('en'));

test('a row says how a connection is, and for one that is paused who, why and since when', async () => {
  serving(ADMIN, PAUSED);
  renderApp(<ConnectionList />);
  const row = await screen.findByRole('row', { name: /Our ERP/ });
  expect(within(row).getByRole('link')).toHaveAttribute('href', '/connections/erp');
  expect(within(row).getByText('Paused')).toBeVisible();
  expect(within(row).getByText('Paused by Ida Lund: The ERP moves.')).toBeVisible();
  expect(within(row).getByText('3 of 200')).toBeVisible();
  expect(within(row).getByText('2 of 32')).toBeVisible();
  expect(row.querySelector('time[datetime="2026-11-28T11:00:00Z"]')).not.toBeNull();
});

test('a connection at which everything fails is not called working', async () => {
  serving(ADMIN, { ...ERP, health: { ...HEALTH, sent: 48, failed: 48, error_rate: 1 } });
  renderApp(<ConnectionList />);
  const row = await screen.findByRole('row', { name: /Our ERP/ });
  expect(within(row).getByText('Nothing arrives')).toBeVisible();
  expect(row).toHaveTextContent('all 48 attempts of the last 24 hours failed');
  expect(within(row).queryByText('Working')).toBeNull();
});

test('a connection that is called like the page that makes them is reached by its id', async () => {
  serving(ADMIN, { ...ERP, slug: 'new' });
  renderApp(<ConnectionList />);
  expect(await screen.findByRole('link', { name: 'Our ERP' })).toHaveAttribute(
    'href',
    `/connections/${ERP.id}`,
  );
});

test('only those who may connect are led there', async () => {
  serving(OPERATOR);
  renderApp(<ConnectionList />);
  await screen.findByRole('row', { name: /Our ERP/ });
  expect(screen.queryByRole('link', { name: 'Connect a system' })).toBeNull();
});

test('credentials that end soon are said, those that end late are not', async () => {
  const soon = new Date(Date.now() + 3 * 86_400_000).toISOString();
  serving(ADMIN, { ...ERP, credentials_end_at: soon });
  renderApp(<ConnectionList />);
  expect(await screen.findByText(/Credentials end/)).toBeVisible();
});

test('an empty list says what a connection is and what to do', async () => {
  serving();
  server.use(
    http.get('*/api/v1/connections', () => HttpResponse.json({ items: [], next_cursor: null })),
  );
  renderApp(<ConnectionList />);
  const title = await screen.findByText('No system is connected yet');
  expect(title).toBeVisible();
  expect(screen.getAllByRole('link', { name: 'Connect a system' })[0]).toHaveAttribute(
    'href',
    '/connections/new',
  );
});

test('a list that cannot be loaded is an error with its request, not an empty list', async () => {
  serving();
  server.use(http.get('*/api/v1/connections', () => problem(503, 'The database is away.')));
  renderApp(<ConnectionList />);
  const notice = await screen.findByRole('alert');
  expect(notice).toHaveTextContent('The connections could not be loaded');
  expect(notice).toHaveTextContent('req-7');
  expect(screen.queryByText('No system is connected yet')).toBeNull();
});

test('it speaks German', async () => {
  speak('de');
  serving(ADMIN, PAUSED);
  renderApp(<ConnectionList />);
  expect(await screen.findByText('Angehalten von Ida Lund: The ERP moves.')).toBeVisible();
  expect(screen.getByRole('columnheader', { name: 'Zustand' })).toBeInTheDocument();
});
