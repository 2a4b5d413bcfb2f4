import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import type { Permission, WorkflowListedOut } from '@/lib/api/model';
import { openableDialogs } from '@/lib/testing/dialog';
import { meAs } from '@/lib/testing/me';
import { renderApp } from '@/lib/testing/render';
import { resetRouter, router } from '@/lib/testing/router';
import { server } from '@/lib/testing/server';
import { version, workflow } from '../testing/workflows';
import { WorkflowList } from './workflow-list';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

function serving(items: WorkflowListedOut[], permissions: Permission[] = ['workflows:manage']) {
  const sent: [string, string, unknown][] = [];
  const note = async ({ request }: { request: Request }) => {
    const text = await request.text();
    const path = new URL(request.url).pathname.replace('/api/v1/workflows', '');
    sent.push([request.method, path, text ? JSON.parse(text) : null]);
    return HttpResponse.json(workflow());
  };
  server.use(
    http.get('*/api/v1/me', () => HttpResponse.json(meAs('admin', { permissions }))),
    http.get('*/api/v1/workflows', () => HttpResponse.json({ items, next_cursor: null })),
    http.get('*/api/v1/submissions/count', ({ request }) => {
      expect(new URL(request.url).searchParams.getAll('workflow')).toEqual(['leads']);
      return HttpResponse.json({ count: 12, exact: true });
    }),
    http.get('*/api/v1/workflows/:slug/versions', () =>
      HttpResponse.json({ items: [version({ number: 4 }), version({ number: 3 })] }),
    ),
    http.post('*/api/v1/workflows/*', note),
    http.delete('*/api/v1/workflows/:slug', note),
  );
  return sent;
}

async function actionsOn(name: string) {
  const { user } = renderApp(<WorkflowList />);
  await user.click(await screen.findByRole('button', { name: `Actions on “${name}”` }));
  return user;
}

beforeAll(openableDialogs);
beforeEach(() => resetRouter());

test('a row says how it stands, how it does, and where its form is', async () => {
  serving([
    workflow({
      has_draft: true,
      last_7_days: { accepted: 1, failed: 0, needs_attention: 0 },
      last_30_days: { accepted: 1_204, failed: 3, needs_attention: 2 },
    }),
  ]);
  renderApp(<WorkflowList />);
  const row = await screen.findByRole('row', { name: /Leads/ });
  expect(within(row).getByText('Live, version 3')).toBeVisible();
  expect(within(row).getByText('with changes that are not live')).toBeVisible();
  expect(within(row).getByText('1 submission')).toBeVisible();
  expect(within(row).getByText('1,204 submissions')).toBeVisible();
  expect(within(row).getByRole('link', { name: '3 failed' })).toHaveAttribute(
    'href',
    '/submissions?workflow=leads&status=failed',
  );
  expect(within(row).getByText('2 needed a person')).toBeVisible();
  expect(within(row).getByRole('link', { name: '/f/leads' })).toHaveAttribute('href', '/f/leads');
  expect(within(row).getByRole('link', { name: 'Edit “Leads”' })).toHaveAttribute(
    'href',
    '/workflows/leads/edit',
  );
  expect(within(row).getByRole('link', { name: 'Leads' })).toHaveAttribute(
    'href',
    '/workflows/leads',
  );
});

test('drafts and archived ones say so, and have no form', async () => {
  const closed = { version: null, form_slug: null };
  serving([
    workflow({ ...closed, slug: 'a', name: 'Soon', has_draft: true }),
    workflow({ ...closed, slug: 'b', name: 'Over', archived_at: '2026-11-01T00:00:00Z' }),
  ]);
  renderApp(<WorkflowList />);
  expect(await screen.findByRole('row', { name: /Soon.*Draft, not live.*No form/ })).toBeVisible();
  expect(screen.getByRole('row', { name: /Over.*Archived/ })).toBeVisible();
});

test('an empty organization is told what to do next', async () => {
  serving([]);
  renderApp(<WorkflowList />);
  expect(await screen.findByText('No workflows yet')).toBeVisible();
  expect(await screen.findByRole('link', { name: 'New workflow' })).toHaveAttribute(
    'href',
    '/workflows/new',
  );
});

test('a viewer sees them and has nothing to press', async () => {
  serving([workflow()], ['workflows:read']);
  renderApp(<WorkflowList />);
  await screen.findByRole('row', { name: /Leads/ });
  expect(screen.queryByRole('button', { name: /Actions/ })).not.toBeInTheDocument();
  expect(screen.queryByRole('link', { name: 'New workflow' })).not.toBeInTheDocument();
});

test('a list that could not be loaded is not shown as empty', async () => {
  serving([]);
  server.use(
    http.get('*/api/v1/workflows', () =>
      HttpResponse.json({ title: 'x', detail: 'Try again.' }, { status: 503 }),
    ),
  );
  renderApp(<WorkflowList />);
  expect(await screen.findByRole('alert')).toHaveTextContent('could not be loaded');
  expect(screen.queryByText('No workflows yet')).not.toBeInTheDocument();
});

test('switching off says what it means before it does it', async () => {
  const sent = serving([workflow()]);
  const user = await actionsOn('Leads');
  expect(screen.getByText(/the form closes, its address becomes free/)).toBeVisible();
  expect(await screen.findByText(/^12 submissions are under way\. .* go on/)).toBeVisible();
  expect(sent).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Switch off' }));
  await waitFor(() => expect(sent).toEqual([['POST', '/leads/archive', null]]));
  expect((await screen.findAllByText(/is archived and takes nothing more/))[0]).toBeVisible();
});

test('switching on publishes what was live last', async () => {
  const archived = { version: null, form_slug: null, archived_at: '2026-11-01T00:00:00Z' };
  const sent = serving([workflow(archived)]);
  const user = await actionsOn('Leads');
  await user.click(await screen.findByRole('button', { name: 'Switch on' }));
  await waitFor(() => expect(sent).toEqual([['POST', '/leads/versions/4/publish', null]]));
});

test('a copy has a name and a slug of its own, and is gone to', async () => {
  const sent = serving([workflow()]);
  const user = await actionsOn('Leads');
  await user.click(screen.getByRole('button', { name: 'Duplicate…' }));
  expect(screen.getByLabelText('Short name')).toHaveValue('leads-2');
  await user.clear(screen.getByLabelText('Short name'));
  await user.type(screen.getByLabelText('Short name'), 'More Leads');
  await user.click(screen.getByRole('button', { name: 'Make the copy' }));
  expect(await screen.findByText(/Lower-case letters/)).toBeVisible();
  expect(sent).toEqual([]);
  await user.clear(screen.getByLabelText('Short name'));
  await user.type(screen.getByLabelText('Short name'), 'more-leads');
  await user.click(screen.getByRole('button', { name: 'Make the copy' }));
  const body = { name: 'Copy of Leads', slug: 'more-leads' };
  await waitFor(() => expect(sent).toEqual([['POST', '/leads/duplicate', body]]));
  await waitFor(() => expect(router.push).toHaveBeenCalledWith('/workflows/more-leads'));
});

test('a workflow with submissions is not deleted, and why is said', async () => {
  serving([workflow()]);
  server.use(
    http.delete('*/api/v1/workflows/:slug', () =>
      HttpResponse.json(
        { title: 'Conflict', detail: 'It has 12 submissions. Archive it.', code: 'in_use' },
        { status: 409 },
      ),
    ),
  );
  const user = await actionsOn('Leads');
  await user.click(screen.getByRole('button', { name: 'Delete…' }));
  await user.click(screen.getByRole('button', { name: 'Delete for good' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('It has 12 submissions.');
});

test('the code of a form opens its address', async () => {
  serving([workflow()]);
  const { user } = renderApp(<WorkflowList />);
  await user.click(await screen.findByRole('button', { name: 'QR code of the form “Leads”' }));
  expect(screen.getByRole('img', { name: /opens the form “Leads”/ })).toBeVisible();
  expect(screen.getByText(`${window.location.origin}/f/leads`)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Print' })).toHaveAttribute(
    'href',
    '/workflows/leads/poster',
  );
});
