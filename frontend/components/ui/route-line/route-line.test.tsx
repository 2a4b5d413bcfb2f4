import { screen, within } from '@testing-library/react';
import { renderApp } from '@/lib/testing/render';
import { STEP_WORDS, type State } from '@/lib/words/catalogues/states/states';
import { PlannedRoute } from './planned-route';
import { RouteLine } from './route-line';
import type { Stop } from './stop';

const stop = (over: Partial<Stop>): Stop => ({
  key: 'customer',
  title: 'Create the customer',
  system: 'Tryton',
  state: 'delivered',
  ...over,
});

test.each(Object.entries(STEP_WORDS))('a stop that is %s says "%s"', (state, word) => {
  renderApp(<RouteLine label="Steps" stops={[stop({ state: state as State })]} />);
  const list = screen.getByRole('list', { name: 'Steps' });
  expect(within(list).getByText(word)).toBeVisible();
});

test('a delivered stop gives its record and the exact time', () => {
  renderApp(
    <RouteLine
      label="Steps"
      stops={[stop({ record: '1042', finishedAt: '2026-11-24T14:32:07Z' })]}
    />,
  );
  expect(screen.getByText('1042')).toBeVisible();
  expect(screen.getByTitle(/24 Nov 2026/)).toHaveAttribute('datetime', '2026-11-24T14:32:07Z');
});

test('a waiting stop gives the reason and the next try', () => {
  const soon = new Date(Date.now() + 70_000).toISOString();
  renderApp(
    <RouteLine
      label="Steps"
      stops={[stop({ state: 'waiting', reason: 'Tryton is busy.', nextAttemptAt: soon })]}
    />,
  );
  expect(screen.getByText('Tryton is busy.')).toBeVisible();
  expect(screen.getByText(/Next try/)).toHaveTextContent('in 1 minute');
});

test('a next try that is past is not told', () => {
  const past = new Date(Date.now() - 7_000).toISOString();
  renderApp(
    <RouteLine
      label="Steps"
      stops={[stop({ state: 'waiting', reason: 'Tryton is busy.', nextAttemptAt: past })]}
    />,
  );
  expect(screen.getByText('Tryton is busy.')).toBeVisible();
  expect(screen.queryByText(/Next try/)).not.toBeInTheDocument();
});

test('a record with an address is a link', () => {
  renderApp(
    <RouteLine
      label="Steps"
      stops={[stop({ record: '1042', recordUrl: 'https://erp.example/party/1042' })]}
    />,
  );
  expect(screen.getByRole('link', { name: '1042' })).toHaveAttribute(
    'href',
    'https://erp.example/party/1042',
  );
});

test('a planned route shows no states', () => {
  renderApp(<PlannedRoute label="Steps" stops={[stop({ state: 'upcoming' })]} />);
  expect(screen.queryByText('Up next')).not.toBeInTheDocument();
});
