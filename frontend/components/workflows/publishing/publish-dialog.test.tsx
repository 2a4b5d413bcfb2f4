import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { openableDialogs } from '@/lib/testing/dialog';
import { renderApp } from '@/lib/testing/render';
import { resetRouter } from '@/lib/testing/router';
import { server } from '@/lib/testing/server';
import { serving } from '../testing/detail';
import { version } from '../testing/workflows';
import { PublishDialog } from './publish-dialog';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

type Field = { kind: string; label: string; required?: boolean };
const TEXT = (label: string, required?: boolean): Field => ({
  kind: 'text',
  label,
  ...(required !== undefined && { required }),
});
const definition = (address: string | null, fields: Record<string, Field>) => ({
  workflow: 'leads',
  name: 'Leads',
  form: { ...(address && { address }), title: 'Leads', fields },
  steps: {},
});

type Definition = ReturnType<typeof definition>;
type Case = { before?: Definition; after?: Definition; faults?: object[]; isFirst?: boolean };
const PLAIN = definition('leads', { company: TEXT('Company') });

function publishing({ before = PLAIN, after = before, faults = [], isFirst = false }: Case) {
  serving({ has_draft: true, version: isFirst ? null : 3 });
  const sent: [string | null, unknown][] = [];
  server.use(
    http.get('*/api/v1/workflows/leads/live', () =>
      HttpResponse.json({ ...version({ number: 3 }), document: '', definition: before }),
    ),
    http.get('*/api/v1/workflows/leads/draft', () =>
      HttpResponse.json({ document: 'workflow: leads', definition: after, etag: '"draft-1"' }),
    ),
    http.post('*/api/v1/workflows/check', async ({ request }) => {
      expect(await request.text()).toBe('workflow: leads');
      return HttpResponse.json({ ok: faults.length === 0, faults });
    }),
    http.post('*/api/v1/workflows/leads/publish', async ({ request }) => {
      sent.push([request.headers.get('If-Match'), await request.json()]);
      return HttpResponse.json({ ...version({ number: 4 }), document: '', definition: after });
    }),
  );
  return sent;
}

const onClose = jest.fn();
async function opened(tag?: string) {
  const { user } = renderApp(<PublishDialog slug="leads" onClose={onClose} tag={tag} />);
  await screen.findByRole('heading', { name: 'What it means' });
  return user;
}

beforeAll(openableDialogs);
beforeEach(() => {
  resetRouter();
  onClose.mockReset();
});

test('it says what changes, and what becomes of what runs and of open forms', async () => {
  publishing({});
  await opened();
  expect(screen.getByText('Changed from live to draft')).toBeVisible();
  expect(await screen.findByText(/^2 submissions are under way\. .* version 3\.$/)).toBeVisible();
  expect(screen.getByText(/sent for one day, and count by version 3/)).toBeVisible();
  expect(screen.getByText(/can go on as they are/)).toBeVisible();
});

test('programs are thought of: required, removed and changed questions', async () => {
  publishing({
    before: definition('leads', {
      company: TEXT('Company'),
      country: TEXT('Country', false),
      size: TEXT('Size', false),
    }),
    after: definition('leads', {
      company: { kind: 'choice', label: 'Company' },
      country: TEXT('Country'),
      vat: TEXT('VAT number'),
      note: TEXT('Note', false),
    }),
  });
  await opened();
  expect(screen.getByText(/do not send “Country”, “VAT number” will be refused/)).toBeVisible();
  expect(screen.getByText(/still send “Size” will be refused/)).toBeVisible();
  expect(screen.getByText(/send “Company” in another way/)).toBeVisible();
});

test('a form that moves or closes says that its links are dead', async () => {
  publishing({ after: definition('new-leads', { company: TEXT('Company') }) });
  await opened();
  expect(screen.getByText(/moves from \/f\/leads to \/f\/new-leads/)).toBeVisible();
});

test('faults keep it back, and each leads to its place in the editor', async () => {
  const field = 'form.fields.company.label';
  publishing({ faults: [{ field, message: 'a text is missing', line: 4, column: 1 }] });
  const user = await opened();
  expect(screen.getByRole('button', { name: 'Publish' })).toBeDisabled();
  const link = screen.getByRole('link', { name: 'Go to it' });
  expect(link).toHaveAttribute('href', `/workflows/leads/edit?at=${field}`);
  document.addEventListener('click', (event) => event.preventDefault(), { once: true });
  await user.click(link);
  expect(onClose).toHaveBeenCalled();
});

test.each([
  [undefined, '"draft-1"'],
  ['"draft-2"', '"draft-2"'],
])('it publishes what was read, with a why (%s)', async (tag, expected) => {
  const sent = publishing({});
  const user = await opened(tag);
  await user.type(screen.getByLabelText('Why'), 'New price list');
  await user.click(screen.getByRole('button', { name: 'Publish' }));
  const dialog = await screen.findByRole('dialog', { name: '“Leads” is live' });
  expect(sent).toEqual([[expected, { note: 'New price list' }]]);
  expect(within(dialog).getByText(/^Version 4 takes submissions/)).toHaveFocus();
  expect(within(dialog).getByRole('link', { name: '/f/leads' })).toBeVisible();
  expect(within(dialog).getByRole('img', { name: /opens the form “Leads”/ })).toBeVisible();
  expect(within(dialog).getByRole('link', { name: /^Share it/ })).toHaveAttribute(
    'href',
    '/workflows/leads#share',
  );
});

test('what somebody else changed meanwhile is not published', async () => {
  publishing({});
  server.use(
    http.post('*/api/v1/workflows/leads/publish', () =>
      HttpResponse.json(
        { title: 'Outdated', detail: 'The draft was changed by Bo.' },
        { status: 412 },
      ),
    ),
  );
  const user = await opened();
  await user.click(screen.getByRole('button', { name: 'Publish' }));
  await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('changed by Bo.'));
});

test('the first version has nothing before it', async () => {
  publishing({ isFirst: true });
  await opened();
  expect(screen.getByText(/It was never published/)).toBeVisible();
  expect(screen.getByText(/The form opens at its address/)).toBeVisible();
  expect(screen.queryByText(/under way/)).not.toBeInTheDocument();
});
