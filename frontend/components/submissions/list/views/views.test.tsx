import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import type { Permission, ViewOut } from '@/lib/api/model';
import { openableDialogs } from '@/lib/testing/dialog';
import { meAs } from '@/lib/testing/me';
import { renderApp } from '@/lib/testing/render';
import { resetRouter, router } from '@/lib/testing/router';
import { server } from '@/lib/testing/server';
import { NONE } from '../filters/filters';
import { USUAL_COLUMNS } from '../table/column-keys';
import { ViewTabs } from './view-tabs';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

const VIEW = '0193a3f0-7c3e-7d10-8f00-0000000000e1';

const view = (over: Partial<ViewOut> = {}): ViewOut => ({
  id: VIEW,
  name: 'Refused by the ERP',
  shared: false,
  mine: true,
  by: 'Olga Berg',
  filter: { status: ['failed'], error_kind: ['invalid_input'] },
  columns: [],
  sort: 'newest',
  changed_at: '2026-11-24T12:00:00Z',
  ...over,
});

const SAVED = { ...NONE, status: ['failed' as const], error_kind: ['invalid_input'], view: VIEW };

function having(views: ViewOut[], permissions: Permission[] = ['submissions:operate']) {
  const sent: { method: string; body: unknown }[] = [];
  const note = async ({ request }: { request: Request }) => {
    const body: unknown = request.method === 'DELETE' ? null : await request.json();
    sent.push({ method: request.method, body });
    if (request.method === 'DELETE') return new HttpResponse(null, { status: 204 });
    return HttpResponse.json({ ...view(), ...(body as object) });
  };
  server.use(
    http.get('*/api/v1/me', () => HttpResponse.json(meAs('operator', { permissions }))),
    http.get('*/api/v1/views', () => HttpResponse.json({ items: views })),
    http.post('*/api/v1/views', note),
    http.put('*/api/v1/views/*', note),
    http.delete('*/api/v1/views/*', note),
  );
  return sent;
}

beforeEach(() => {
  resetRouter();
  openableDialogs();
});

test('a view is a way to its filters, and says where one is', async () => {
  having([view(), view({ id: VIEW.replace('e1', 'e2'), name: 'Late', mine: false, shared: true })]);
  renderApp(<ViewTabs filters={SAVED} columns={USUAL_COLUMNS} view={view()} />);
  const tabs = screen.getByRole('navigation', { name: 'Views' });
  const here = await within(tabs).findByRole('link', { name: 'Refused by the ERP' });
  expect(here).toHaveAttribute('aria-current', 'page');
  expect(here.getAttribute('href')).toContain('status=failed');
  expect(here.getAttribute('href')).toContain(`view=${VIEW}`);
  expect(within(tabs).getByRole('link', { name: 'Late' })).toHaveAttribute(
    'title',
    'Shared by Olga Berg',
  );
  expect(within(tabs).getByRole('link', { name: 'Failed' })).not.toHaveAttribute('aria-current');
});

test('saving keeps filters, order and columns under a name, and goes there', async () => {
  const sent = having([]);
  const filters = { ...NONE, status: ['failed' as const], sort: 'changed' as const };
  const { user } = renderApp(
    <ViewTabs filters={filters} columns={['reference', 'state']} view={undefined} />,
  );
  await user.click(screen.getByRole('button', { name: 'Save this view' }));
  await user.type(screen.getByRole('textbox', { name: /Name/ }), '  مرحبا 😀 ');
  await user.click(await screen.findByRole('checkbox', { name: /Everybody/ }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(router.push.mock.lastCall?.[0]).toEqual({
      pathname: '/submissions',
      query: { status: 'failed', sort: 'changed', view: VIEW },
    }),
  );
  expect(sent).toEqual([
    {
      method: 'POST',
      body: {
        name: 'مرحبا 😀',
        shared: true,
        filter: { status: ['failed'] },
        columns: ['reference', 'state'],
        sort: 'changed',
      },
    },
  ]);
});

test('a name that is taken is said, and what was typed stays', async () => {
  having([]);
  server.use(
    http.post('*/api/v1/views', () =>
      HttpResponse.json(
        { detail: 'There is a view named “Late” already.', code: 'name_taken' },
        { status: 422 },
      ),
    ),
  );
  const { user } = renderApp(<ViewTabs filters={NONE} columns={USUAL_COLUMNS} view={undefined} />);
  await user.click(screen.getByRole('button', { name: 'Save this view' }));
  await user.type(screen.getByRole('textbox', { name: /Name/ }), 'Late');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'There is a view named “Late” already.',
  );
  expect(screen.getByRole('textbox', { name: /Name/ })).toHaveValue('Late');
});

test('whoever only looks does not share', async () => {
  having([], ['submissions:read']);
  const { user } = renderApp(<ViewTabs filters={NONE} columns={USUAL_COLUMNS} view={undefined} />);
  await user.click(screen.getByRole('button', { name: 'Save this view' }));
  expect(screen.getByRole('checkbox', { name: /Everybody/ })).toBeDisabled();
  expect(screen.getByText('Your role does not include sharing views.')).toBeVisible();
});

test('what was changed of a view is saved in one step', async () => {
  const sent = having([view()]);
  const { user } = renderApp(
    <ViewTabs filters={{ ...SAVED, sort: 'oldest' }} columns={USUAL_COLUMNS} view={view()} />,
  );
  await user.click(screen.getByRole('button', { name: 'Save the changes' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]?.method).toBe('PUT');
  expect(sent[0]?.body).toMatchObject({ name: 'Refused by the ERP', sort: 'oldest' });
});

test('deleting asks once more', async () => {
  const sent = having([view()]);
  const { user } = renderApp(<ViewTabs filters={SAVED} columns={USUAL_COLUMNS} view={view()} />);
  await user.click(screen.getByRole('button', { name: 'Change the view' }));
  await user.click(screen.getByRole('button', { name: 'Delete the view' }));
  expect(sent).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Yes, delete it' }));
  await waitFor(() => expect(sent.map(({ method }) => method)).toEqual(['DELETE']));
});

test('somebody else’s view is not for changing', () => {
  having([view({ mine: false })]);
  renderApp(<ViewTabs filters={SAVED} columns={USUAL_COLUMNS} view={view({ mine: false })} />);
  expect(screen.queryByRole('button', { name: 'Change the view' })).not.toBeInTheDocument();
});
