import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import type { RetentionPageOut, RetentionPreviewOut } from '@/lib/api/model';
import { openableDialogs } from '@/lib/testing/dialog';
import { renderApp } from '@/lib/testing/render';
import { server } from '@/lib/testing/server';
import { Retention } from './retention';

const ORDERS = { slug: 'orders', name: 'Orders', days: null, kept_days: 730 };
const LEADS = { slug: 'leads', name: 'Leads', days: 90, kept_days: 90 };

function serving(over: Partial<RetentionPageOut> = {}, preview: Partial<RetentionPreviewOut> = {}) {
  const said: unknown[] = [];
  const tried: string[] = [];
  server.use(
    http.get('*/api/v1/privacy/retention', () =>
      HttpResponse.json({ days: 730, items: [ORDERS, LEADS], next_cursor: null, ...over }),
    ),
    http.get(/retention.*\/preview/, ({ request }) => {
      const { pathname, search } = new URL(request.url);
      tried.push(pathname.replace('/api/v1/privacy/retention', '') + search);
      return HttpResponse.json({
        submissions: 1_204,
        more: false,
        ended_before: '2026-08-28T12:00:00Z',
        ...preview,
      });
    }),
    http.put('*/api/v1/privacy/retention', async ({ request }) => {
      said.push(['organization', await request.json()]);
      return HttpResponse.json({ days: null });
    }),
    http.put('*/api/v1/privacy/retention/workflows/:slug', async ({ request, params }) => {
      said.push([params.slug, await request.json()]);
      return HttpResponse.json(LEADS);
    }),
  );
  return { said, tried };
}

async function opened(name: string) {
  const { user } = renderApp(<Retention />);
  await user.click(
    await screen.findByRole('button', { name: `Change how long “${name}” is kept` }),
  );
  return user;
}

beforeAll(openableDialogs);

test('each workflow says for how long, and whose word that is', async () => {
  serving();
  renderApp(<Retention />);
  const orders = await screen.findByRole('row', { name: /Orders/ });
  expect(within(orders).getByText(/as all workflows/)).toBeVisible();
  expect(orders).toHaveTextContent('for 730 days');
  expect(screen.getByRole('row', { name: /Leads/ })).toHaveTextContent('for 90 dayssays so itself');
});

test('what a shorter time deletes is shown before it is said', async () => {
  const { said, tried } = serving();
  const user = await opened('Orders');
  await user.click(screen.getByLabelText('For a number of days'));
  await user.type(screen.getByLabelText(/Days after/), '90');
  expect(
    await screen.findByText(/1,204 submissions that ended before 28 August 2026/),
  ).toBeVisible();
  expect(tried).toContain('/workflows/orders/preview?days=90');
  expect(said).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Keep for 90 days' }));
  expect((await screen.findAllByText(/kept for 90 days from now on/))[0]).toBeVisible();
  expect(said).toEqual([['orders', { days: 90 }]]);
});

test('a workflow can go back to what holds for all', async () => {
  const { said, tried } = serving({}, { submissions: 0 });
  const user = await opened('Leads');
  expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
  await user.click(screen.getByLabelText('As all workflows: for 730 days'));
  expect(await screen.findByText(/so nothing is deleted now/)).toBeVisible();
  expect(tried).toEqual(['/workflows/leads/preview?days=730']);
  await user.click(screen.getByRole('button', { name: 'Keep for 730 days' }));
  await waitFor(() => expect(said).toEqual([['leads', { days: null }]]));
});

test('a shorter time for all is tried for all', async () => {
  const { tried } = serving({}, { more: true, submissions: 10_000 });
  const user = await opened('All workflows');
  await user.type(screen.getByLabelText(/Days after/), '{Backspace}');
  expect(await screen.findByText(/More than 10,000 submissions/)).toBeVisible();
  expect(tried).toEqual(['/preview?days=73']);
});

test('the organization can keep for good', async () => {
  const { said, tried } = serving();
  const user = await opened('All workflows');
  await user.click(screen.getByLabelText('For good'));
  expect(screen.getByText('Nothing is deleted any more.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Keep for good' }));
  await waitFor(() => expect(said).toEqual([['organization', { days: null }]]));
  expect(tried).toEqual([]);
});

test.each(['0', '32768', '1.5', 'soon'])('%s is no number of days', async (text) => {
  const { said } = serving();
  const user = await opened('Orders');
  await user.click(screen.getByLabelText('For a number of days'));
  await user.type(screen.getByLabelText(/Days after/), text);
  expect(screen.getByText('A whole number from 1 to 32767.')).toBeVisible();
  await user.keyboard('{Enter}');
  expect(said).toEqual([]);
});

test('a refusal says that nothing was changed', async () => {
  serving();
  server.use(
    http.put('*/api/v1/privacy/retention/workflows/:slug', () =>
      HttpResponse.json({ title: 'x', detail: 'There is no such workflow.' }, { status: 404 }),
    ),
  );
  const user = await opened('Leads');
  await user.clear(screen.getByLabelText(/Days after/));
  await user.type(screen.getByLabelText(/Days after/), '100');
  await user.click(screen.getByRole('button', { name: 'Keep for 100 days' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Nothing was changed');
});
