import { screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import type { PrivacyRequestOut } from '@/lib/api/model';
import { renderApp } from '@/lib/testing/render';
import { resetRouter, router } from '@/lib/testing/router';
import { server } from '@/lib/testing/server';
import { Privacy } from './privacy';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

const ID = '0193a3f0-7c3e-7d10-8f00-000000000001';

const made = (over: Partial<PrivacyRequestOut>): PrivacyRequestOut => ({
  id: ID,
  subject: 'ada@example.com',
  status: 'found',
  looked_at: 900,
  total: 900,
  found: 3,
  erased: 0,
  workflows: [
    {
      id: '0193a3f0-7c3e-7d10-8f00-0000000000aa',
      slug: 'new-customer',
      name: 'New customer',
      submissions: 2,
      in_flight: 0,
      mentions: 1,
    },
  ],
  waiting: [],
  created_at: '2026-11-24T12:00:00Z',
  finished_at: '2026-11-24T12:00:01Z',
  ...over,
});

function answering(request: PrivacyRequestOut, earlier: PrivacyRequestOut[] = [request]) {
  server.use(
    http.get(`*/api/v1/privacy/requests/${ID}`, () => HttpResponse.json(request)),
    http.get('*/api/v1/privacy/requests', () =>
      HttpResponse.json({ items: earlier, next_cursor: null }),
    ),
  );
}

beforeEach(() => resetRouter());

test('a search is sent and opens what it found', async () => {
  answering(made({}), []);
  const sent: unknown[] = [];
  server.use(
    http.post('*/api/v1/privacy/requests', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(made({}), { status: 201 });
    }),
  );
  const { user } = renderApp(<Privacy />);
  expect(await screen.findByText('Nobody was looked for yet')).toBeVisible();
  await user.type(screen.getByLabelText('Find a person'), ' ada@example.com{Enter}');
  await screen.findByText('Nobody was looked for yet');
  expect(sent).toEqual([{ subject: 'ada@example.com' }]);
  expect(router.push.mock.lastCall?.[0]).toEqual({
    pathname: '/settings/privacy',
    query: { request: ID },
  });
});

test('what names nobody is refused beside the field', async () => {
  answering(made({}));
  server.use(
    http.post('*/api/v1/privacy/requests', () =>
      HttpResponse.json({ detail: 'Neither.', status: 422 }, { status: 422 }),
    ),
  );
  const { user } = renderApp(<Privacy />);
  await user.type(screen.getByLabelText('Find a person'), 'nobody{Enter}');
  expect(await screen.findByText('Neither an e-mail address nor a reference.')).toBeVisible();
});

test('what was found is counted by workflow and can be exported', async () => {
  resetRouter({ request: ID });
  answering(made({}));
  renderApp(<Privacy />);
  const row = await screen.findByRole('row', { name: /New customer/ });
  expect(
    within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual(['2', '0', '1']);
  expect(screen.getByRole('link', { name: 'Export as JSON' })).toHaveAttribute(
    'href',
    `/api/v1/privacy/requests/${ID}/export`,
  );
});

test('nothing is erased before the person is typed again and the consequences were shown', async () => {
  resetRouter({ request: ID });
  answering(made({}));
  const sent: unknown[] = [];
  server.use(
    http.post(`*/api/v1/privacy/requests/${ID}/erase`, async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(made({ status: 'erased', erased: 3, subject: null }), {
        status: 202,
      });
    }),
  );
  const { user } = renderApp(<Privacy />);
  await user.click(await screen.findByRole('button', { name: 'Erase this person…' }));
  expect(screen.getByText(/Nobody can bring them back/)).toBeVisible();
  const erase = screen.getByRole('button', { name: 'Erase for good' });
  expect(erase).toBeDisabled();
  await user.type(screen.getByLabelText(/Type ada@example.com/), 'bob@example.com');
  expect(erase).toBeDisabled();
  await user.clear(screen.getByLabelText(/Type ada@example.com/));
  await user.type(screen.getByLabelText(/Type ada@example.com/), 'ADA@example.com');
  await user.click(erase);
  expect(await screen.findByRole('heading', { name: /forgotten here/ })).toBeVisible();
  expect(sent).toEqual([{ confirm: 'ADA@example.com' }]);
  expect(screen.queryByRole('button', { name: 'Erase for good' })).not.toBeInTheDocument();
});

test('what is on its way is named', async () => {
  resetRouter({ request: ID });
  answering(made({ status: 'waiting', erased: 1, waiting: ['WB-7K3M9QXD01'] }));
  renderApp(<Privacy />);
  expect(await screen.findByText(/WB-7K3M9QXD01/)).toBeVisible();
  expect(screen.getAllByText(/The rest is still on its way/)[0]).toBeVisible();
});

test('nobody found offers nothing to erase', async () => {
  resetRouter({ request: ID });
  answering(made({ found: 0, workflows: [] }));
  renderApp(<Privacy />);
  expect((await screen.findAllByText('Nothing is kept about this person.'))[0]).toBeVisible();
  expect(screen.queryByRole('button', { name: /Erase/ })).not.toBeInTheDocument();
});

test('a search that cannot be loaded is an error', async () => {
  resetRouter({ request: ID });
  answering(made({}));
  server.use(
    http.get(`*/api/v1/privacy/requests/${ID}`, () =>
      HttpResponse.json({ detail: 'Gone.', request_id: 'req-9' }, { status: 404 }),
    ),
  );
  renderApp(<Privacy />);
  expect(await screen.findByRole('alert')).toHaveTextContent('The search could not be loaded');
});
