import { render, screen } from '@testing-library/react';
import { NextTime } from './next-time';

const at = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();

const next = (seconds: number) => (
  <p>
    <NextTime value={at(seconds)} text="next try {time}" due="next try is due now" />
  </p>
);

test('a time to come is told', () => {
  render(next(70));
  expect(screen.getByText(/next try/)).toHaveTextContent('next try in 1 minute');
});

test('a time that is past is due now', () => {
  render(next(-7));
  expect(screen.getByText(/next try/)).toHaveTextContent(/^next try is due now$/);
});
