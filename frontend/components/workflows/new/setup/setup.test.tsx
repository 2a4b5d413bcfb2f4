import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { resetRouter, router } from '@/lib/testing/router';
import { server } from '@/lib/testing/server';
import { ERP, FAULT, MAIL, refusing, serving, setup } from '../../testing/new';
import { connection } from '../../testing/workflows';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

beforeEach(() => resetRouter());

test('only connections that fit can be chosen, and the only one is', async () => {
  serving([ERP, connection('erp2', 'Second Tryton', 'tryton'), MAIL]);
  await setup();
  const erp = await screen.findByLabelText('ERP (Tryton)');
  const names = within(erp)
    .getAllByRole('option')
    .map((each) => each.textContent);
  expect(names).toEqual(['Choose a connection', 'Our Tryton', 'Second Tryton']);
  expect(erp).toHaveValue('');
  expect(screen.getByLabelText('Mail server (E-mail)')).toHaveValue('mail');
});

test('where no connection fits, one can be made and the way leads back to what was chosen', async () => {
  serving([ERP]);
  await setup({ name: 'Messe 2026' });
  const link = await screen.findByRole('link', { name: 'Make a connection to E-mail' });
  const url = new URL(link.getAttribute('href') ?? '', 'http://here');
  expect(url.pathname).toBe('/connections/new');
  expect(url.searchParams.get('system')).toBe('email');
  const back = new URL(url.searchParams.get('back') ?? '', 'http://here');
  expect(back.searchParams.get('template')).toBe('lead-to-erp');
  expect(back.searchParams.get('name')).toBe('Messe 2026');
  expect(back.searchParams.get('c.erp')).toBe('erp');
});

test('what the address says is chosen, and what is chosen is in the address', async () => {
  serving();
  const user = await setup({
    name: 'Fair',
    slug: 'fair',
    address: 'fair',
    'v.sales': 'a@b.example',
  });
  expect(screen.getByLabelText('Name of the workflow')).toHaveValue('Fair');
  expect(screen.getByLabelText('E-mail address of sales')).toHaveValue('a@b.example');
  await user.type(screen.getByLabelText('Name of the workflow'), ' 2026');
  expect(screen.getByLabelText('Short name')).toHaveValue('fair-2026');
  expect(screen.getByLabelText('Address of the form')).toHaveValue('fair-2026');
  const [{ query }] = router.replace.mock.lastCall as unknown as [{ query: object }];
  expect(query).toMatchObject({ name: 'Fair 2026', slug: 'fair-2026', 'c.erp': 'erp' });
});

test('trying shows the exact requests, and saves nothing', async () => {
  const sent = serving();
  const user = await setup();
  await user.click(screen.getByText('Answers to try it with'));
  await user.clear(screen.getByLabelText('Company'));
  await user.type(screen.getByLabelText('Company'), 'Acme');
  await user.click(screen.getByRole('button', { name: 'Show what would be sent' }));
  expect(await screen.findByText('Create the customer.')).toBeVisible();
  expect(screen.getByText('If no customer has it.')).toBeVisible();
  expect(screen.getByText('POST https://erp.example/party')).toBeVisible();
  expect(screen.getByText('The outputs of earlier steps are samples.')).toBeVisible();
  expect(sent.map(({ path }) => path)).toEqual([
    '/workflow-templates/lead-to-erp/fill',
    '/workflows/preview',
  ]);
  expect(sent[1]?.body).toMatchObject({ document: 'filled', data: { company: 'Acme', size: 42 } });
});

test('publishing makes it and makes it live', async () => {
  const sent = serving();
  const user = await setup({ name: 'Leads', slug: 'leads', address: 'leads' });
  await user.click(screen.getByRole('button', { name: 'Publish' }));
  await waitFor(() => expect(router.push).toHaveBeenCalled());
  expect(router.push).toHaveBeenCalledWith({
    pathname: '/workflows/leads',
    query: { made: 'live' },
  });
  expect(sent[0]?.body).toEqual({
    name: 'Leads',
    slug: 'leads',
    address: 'leads',
    connections: { erp: 'erp', mail: 'mail' },
    values: { sales: 'sales@example.com' },
  });
  expect(sent.map(({ path }) => path)).toEqual([
    '/workflow-templates/lead-to-erp/fill',
    '/workflows',
    '/workflows/leads/publish',
  ]);
  expect(sent[1]?.body).toBe('filled');
});

test('what the publish check finds is told, and nothing is saved', async () => {
  const sent = serving();
  server.use(
    http.post('*/api/v1/workflow-templates/:id/fill', () =>
      HttpResponse.json({ document: 'filled', faults: [FAULT] }),
    ),
  );
  const user = await setup();
  await user.click(screen.getByRole('button', { name: 'Publish' }));
  expect(await screen.findByText(/Another form has the address/)).toBeVisible();
  expect(sent).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Keep as a draft' }));
  await waitFor(() => expect(sent.map(({ path }) => path)).toEqual(['/workflows']));
});

test('a connection that was deleted meanwhile is told at its part', async () => {
  serving();
  refusing(422, {
    detail: 'The template cannot be filled in like this; see errors.',
    errors: [{ field: 'connections.erp', message: 'There is no connection “erp” any more.' }],
  });
  const user = await setup();
  await user.click(screen.getByRole('button', { name: 'Publish' }));
  expect(await screen.findByText('There is no connection “erp” any more.')).toBeVisible();
  expect(await screen.findByLabelText('ERP (Tryton)')).toBeInvalid();
});

test('a name that another tab took meanwhile is told at the short name', async () => {
  serving();
  server.use(
    http.post('*/api/v1/workflows', () =>
      HttpResponse.json(
        {
          title: 'Conflict',
          detail: 'There is a workflow “leads” already.',
          code: 'workflow_exists',
        },
        { status: 409 },
      ),
    ),
  );
  const user = await setup();
  await user.click(screen.getByRole('button', { name: 'Publish' }));
  expect(await screen.findByText('There is a workflow “leads” already.')).toBeVisible();
  expect(screen.getByLabelText('Short name')).toBeInvalid();
});

test('a part that nobody plays is told before anything is sent', async () => {
  const sent = serving([ERP]);
  const user = await setup();
  await user.click(screen.getByRole('button', { name: 'Publish' }));
  expect(await screen.findByText(/Choose a connection for this part/)).toBeVisible();
  expect(sent).toEqual([]);
});

test.each([
  ['x'.repeat(10_000), /At most 200 characters/],
  ['🚚📦', /Lower-case letters|This is needed/],
])('a name such as %.10s is checked before it is sent', async (name, said) => {
  const sent = serving();
  const user = await setup();
  const field = screen.getByLabelText('Name of the workflow');
  await user.clear(field);
  await user.click(field);
  await user.paste(name);
  await user.click(screen.getByRole('button', { name: 'Publish' }));
  expect((await screen.findAllByText(said))[0]).toBeVisible();
  expect(sent).toEqual([]);
});
