import { screen } from '@testing-library/react';
import { renderApp } from '@/lib/testing/render';
import { Trouble } from './trouble';

const words = { title: 'Nicht verfügbar', again: 'Noch einmal', request: 'Anfrage {id}' };

test('an address that leads nowhere says so, and offers no second try', () => {
  renderApp(<Trouble detail="This link is not valid." passing={null} />);
  expect(screen.getByRole('heading', { name: 'This link is not valid.' })).toBeVisible();
  expect(screen.queryByRole('link')).not.toBeInTheDocument();
});

test('a failure shows the request id and a way to try again, in one language', () => {
  renderApp(<Trouble detail="Gleich." passing={{ words, requestId: 'req-3', again: '/t/t' }} />);
  expect(screen.getByRole('heading', { name: 'Nicht verfügbar' })).toBeVisible();
  expect(screen.getByText('Gleich.')).toBeVisible();
  expect(screen.getByText(/Anfrage/)).toHaveTextContent('Anfrage req-3');
  expect(screen.getByRole('link', { name: 'Noch einmal' })).toHaveAttribute('href', '/t/t');
});

test('where trying again would lose what was sent, no link leads away', () => {
  renderApp(<Trouble detail="Gleich." passing={{ words, requestId: null, again: null }} />);
  expect(screen.queryByRole('link')).not.toBeInTheDocument();
});
