import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { openableDialogs } from '@/lib/testing/dialog';
import { renderApp } from '@/lib/testing/render';
import { resetRouter } from '@/lib/testing/router';
import { server } from '@/lib/testing/server';
import { opened, serving } from '../testing/detail';
import { WorkflowDetail } from './workflow-detail';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

beforeAll(openableDialogs);
beforeEach(() => resetRouter({ slug: 'leads' }));

test('the route names each step, its system by name, and when it is taken', async () => {
  serving();
  await opened();
  const route = await screen.findByRole('list', { name: 'What happens to a submission' });
  expect(within(route).getByText('Creating the customer')).toBeVisible();
  expect(await within(route).findByText('Our Tryton')).toBeVisible();
  expect(within(route).getByText('gone')).toBeVisible();
  expect(within(route).getByText('after “Creating the customer”')).toBeVisible();
  expect(within(route).getByText("${{ input.country == 'AT' }}")).toBeVisible();
});

test('versions say who, when and why, and what changed when asked', async () => {
  serving();
  const user = await opened();
  const table = await screen.findByRole('table', { name: 'Versions' });
  expect(within(table).getByRole('row', { name: /Version 3.*Live.*Ada Berg/ })).toBeVisible();
  expect(within(table).getByText('Brings back version 1.')).toBeVisible();
  expect(within(table).getByText('Austria was missing')).toBeVisible();
  await user.click(within(table).getByText('Compared with version 1'));
  expect(await within(table).findByText('Changed from 1 to 2')).toBeVisible();
});

test('going back shows what it changes before it does', async () => {
  const sent = serving();
  const user = await opened();
  await user.click(await screen.findByRole('button', { name: 'Publish again… version 1' }));
  const dialog = screen.getByRole('dialog', { name: 'Back to version 1' });
  expect(await within(dialog).findByText('Changed from live to 1')).toBeVisible();
  expect(sent).toEqual([]);
  await user.type(within(dialog).getByLabelText('Why'), 'The price list was wrong');
  await user.click(within(dialog).getByRole('button', { name: 'Publish version 1 again' }));
  expect(
    (await screen.findAllByText('What version 1 says is live as version 4.'))[0],
  ).toBeVisible();
  expect(sent).toEqual([['POST', 'versions/1/publish', { note: 'The price list was wrong' }]]);
});

test('a version whose connection is gone cannot come back, and says so at its step', async () => {
  serving();
  server.use(
    http.post('*/versions/1/publish', () =>
      HttpResponse.json(
        {
          title: 'Refused',
          detail: 'The definition has 1 fault; see errors.',
          errors: [
            { field: 'steps.sales.use', message: 'this organization has no connection `crm`' },
          ],
        },
        { status: 422 },
      ),
    ),
  );
  const user = await opened();
  await user.click(await screen.findByRole('button', { name: 'Publish again… version 1' }));
  const dialog = screen.getByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Publish version 1 again' }));
  expect(await within(dialog).findByText(/no connection “crm”/)).toBeVisible();
  expect(within(dialog).getByText('steps.sales.use')).toBeVisible();
});

test('a draft shows what it changes, and is dropped after being sure', async () => {
  const sent = serving({ has_draft: true });
  const user = await opened();
  expect(await screen.findByText('Changed from live to draft')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Drop the changes…' }));
  expect(sent).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Drop them for good' }));
  await waitFor(() => expect(sent).toEqual([['DELETE', 'draft', null]]));
});

test('the editor is the first thing to go to', async () => {
  serving();
  await opened();
  expect(await screen.findByRole('link', { name: 'Edit' })).toHaveAttribute(
    'href',
    '/workflows/leads/edit',
  );
});

test('any two versions are compared, also as text', async () => {
  serving();
  const user = await opened();
  await user.click(await screen.findByText('Compare two versions'));
  expect(await screen.findByText('Changed from 2 to 3')).toBeVisible();
  await user.selectOptions(screen.getByLabelText('Before'), 'Version 1');
  expect(await screen.findByText('Changed from 1 to 3')).toBeVisible();
  await user.selectOptions(screen.getByLabelText('After'), 'Version 2');
  expect(await screen.findByText('Changed from 1 to 2')).toBeVisible();
  await user.click(screen.getByText('As text'));
  expect(screen.getByText('+name: Of 2')).toHaveAttribute('data-sign', 'added');
});

test('a viewer sees everything and can change nothing', async () => {
  serving({ has_draft: true }, ['workflows:read']);
  await opened();
  await screen.findByRole('table', { name: 'Versions' });
  expect(await screen.findByLabelText('A task for the browser')).toBeDisabled();
  const names = screen.queryAllByRole('button').map((each) => each.textContent);
  expect(names.filter((name) => /Publish|Drop|Actions|Save/.test(name ?? ''))).toEqual([]);
  expect(screen.queryByRole('link', { name: 'Edit' })).not.toBeInTheDocument();
});

test('without a form, programs are told how to submit', async () => {
  serving({ form_slug: null });
  await opened();
  expect(screen.getByText('It has no form: only programs submit to it.')).toBeVisible();
  expect(screen.getByText('POST /api/v1/workflows/leads/submissions')).toBeVisible();
  expect(await screen.findByRole('heading', { name: 'Share' })).toBeVisible();
  expect(screen.queryByRole('heading', { name: 'Protection of the form' })).toBeNull();
});

test('what is live can be shared, and a draft cannot', async () => {
  serving({ version: null, has_draft: true, form_slug: null });
  await opened();
  await screen.findByRole('heading', { name: 'Versions' });
  expect(screen.queryByRole('heading', { name: 'Share' })).not.toBeInTheDocument();
});

test('what was just made is said', async () => {
  resetRouter({ slug: 'leads', made: 'live' });
  serving();
  await opened();
  expect((await screen.findAllByText('“Leads” is live.'))[0]).toBeInTheDocument();
});

test('an address of no workflow says where the others are', async () => {
  serving();
  server.use(
    http.get('*/api/v1/workflows/leads', () =>
      HttpResponse.json({ title: 'Not found', detail: 'No.' }, { status: 404 }),
    ),
  );
  renderApp(<WorkflowDetail slug="leads" />);
  expect(await screen.findByText('There is no such workflow')).toBeVisible();
});
