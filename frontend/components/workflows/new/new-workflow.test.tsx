import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { renderApp } from '@/lib/testing/render';
import { resetRouter, router } from '@/lib/testing/router';
import { server } from '@/lib/testing/server';
import { ERP, serving } from '../testing/new';
import { NewWorkflow } from './new-workflow';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

const DOCUMENT = 'workflow: leads\nname: Leads\nform:\n  address: leads\n';

beforeEach(() => resetRouter());

test('a template shows its way, and what is lacking for it', async () => {
  serving([ERP]);
  renderApp(<NewWorkflow />);
  expect(await screen.findByRole('link', { name: 'Contact form to ERP' })).toHaveAttribute(
    'href',
    '/workflows/new?template=lead-to-erp',
  );
  const way = screen.getByRole('list', { name: /Steps of/ });
  expect(within(way).getByText('Creating the customer')).toBeVisible();
  expect(within(way).getByText('Mail server, sometimes')).toBeVisible();
  expect(await screen.findByText('You have no connection yet for: Mail server')).toBeVisible();
});

test('the search finds words of steps and systems, and says when nothing fits', async () => {
  serving();
  const { user } = renderApp(<NewWorkflow />);
  await screen.findByRole('link', { name: 'Contact form to ERP' });
  const search = screen.getByRole('searchbox', { name: 'Search the templates' });
  await user.type(search, 'TELLING mail');
  expect(screen.getByRole('link', { name: 'Contact form to ERP' })).toBeVisible();
  await user.clear(search);
  await user.type(search, 'zebra');
  expect(screen.getByText('No template has these words')).toBeVisible();
});

test('whoever may not make workflows is told who may', async () => {
  serving([], ['workflows:read']);
  renderApp(<NewWorkflow />);
  expect(await screen.findByText('Making workflows is for admins')).toBeVisible();
});

test('a definition of one’s own is checked line by line and kept as a draft', async () => {
  const sent = serving();
  resetRouter({ from: 'definition' });
  const { user } = renderApp(<NewWorkflow />);
  await user.click(await screen.findByLabelText('Definition'));
  await user.paste(DOCUMENT);
  await user.click(screen.getByRole('button', { name: 'Check it' }));
  expect(await screen.findByText(/Another form has the address/)).toBeVisible();
  expect(screen.getByText('line 4')).toBeVisible();
  expect(screen.getByText('address: leads', { selector: 'pre' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Keep as a draft' }));
  await waitFor(() => expect(router.push).toHaveBeenCalledWith('/workflows/leads/edit'));
  expect(sent).toEqual([
    { path: '/workflows/check', body: DOCUMENT },
    { path: '/workflows', body: DOCUMENT },
  ]);
});

test('what is no YAML is shown with its line, and stays to be mended', async () => {
  serving();
  server.use(
    http.post('*/api/v1/workflows', () =>
      HttpResponse.json(
        {
          title: 'Refused',
          detail: 'The definition has 1 fault; see errors.',
          errors: [{ field: '', message: 'a quote is not closed', line: 40, column: 7 }],
        },
        { status: 422 },
      ),
    ),
  );
  resetRouter({ from: 'definition' });
  const { user } = renderApp(<NewWorkflow />);
  const text = `${'# nothing\n'.repeat(39)}name: "Leads\n`;
  await user.click(await screen.findByLabelText('Definition'));
  await user.paste(text);
  await user.click(screen.getByRole('button', { name: 'Keep as a draft' }));
  expect(await screen.findByText('line 40')).toBeVisible();
  expect(screen.getByText('name: "Leads', { selector: 'pre' })).toBeVisible();
  expect(screen.getByLabelText('Definition')).toHaveValue(text);
});
