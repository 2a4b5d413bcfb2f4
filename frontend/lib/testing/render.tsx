import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { makeQueryClient } from '@/lib/config/query';
import { theme } from '@/lib/config/theme';

/** Renders a part of the app as the app does, with a query client of its own. */
export function renderApp(element: ReactElement) {
  const client = makeQueryClient();
  client.setDefaultOptions({ queries: { retry: false } });
  const view = render(
    <MantineProvider theme={theme} env="test">
      <QueryClientProvider client={client}>{element}</QueryClientProvider>
    </MantineProvider>,
  );
  return { ...view, client, user: userEvent.setup() };
}
