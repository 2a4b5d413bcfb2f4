import { render, screen } from '@testing-library/react';
import { MantineProvider } from '@mantine/core';
import { Landing } from './landing';

const show = (demo: string | null) =>
  render(
    <MantineProvider>
      <Landing demo={demo} />
    </MantineProvider>,
  );

test('the page leads to the demonstration only where there is one', () => {
  show('/f/new-customer').unmount();
  show(null);
  expect(screen.queryByRole('link', { name: 'Open the demo form' })).toBeNull();
  for (const link of screen.getAllByRole('link'))
    expect(link.getAttribute('href')).not.toMatch(/^\/f\//);
});

test('where there is one, it is the first thing to do', () => {
  show('/f/new-customer');
  const link = screen.getByRole('link', { name: 'Open the demo form' });
  expect(link).toHaveAttribute('href', '/f/new-customer');
});
