import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, delay, http } from 'msw';
import {
  getSubmitFormMockHandler,
  getSubmitFormResponseMock,
} from '@/lib/api/endpoints/forms/forms.msw';
import { server } from '@/lib/testing/server';
import { leaveTo } from '../hooks/leave';
import { formOf } from '../testing/forms';
import { renderForm } from '../testing/render';

jest.mock('../hooks/leave');

const ID = '0190c1de-0000-7000-8000-000000000001';

const form = formOf(
  [
    {
      key: 'contract',
      kind: 'file',
      label: 'Contract',
      accept: ['.pdf'],
      kinds: ['PDF'],
      max_bytes: 1024,
      max_files: 2,
    },
  ],
  { slug: 'files', version: 3 },
);

const pdf = (name: string, size = 20) => new File(['x'.repeat(size)], name);
const chooser = () => screen.findByLabelText(/Contract/, { selector: 'input' });
const send = () => screen.getByRole('button', { name: 'Send' });

function taking(): string[] {
  const paths: string[] = [];
  server.use(
    http.post('*/api/v1/forms/files/uploads', async ({ request }) => {
      paths.push(new URL(request.url).pathname);
      await delay(30);
      return HttpResponse.json({ id: ID, name: 'a', size: 20, type: 'x/y' }, { status: 201 });
    }),
  );
  return paths;
}

beforeEach(() => {
  sessionStorage.clear();
  jest.clearAllMocks();
});

test('a chosen file is uploaded at once and named in what is sent', async () => {
  const paths = taking();
  const sent: unknown[] = [];
  server.use(
    getSubmitFormMockHandler(async ({ request }) => {
      sent.push(((await request.clone().json()) as { data: unknown }).data);
      return getSubmitFormResponseMock({ tracking_token: 'abc' });
    }),
  );
  const { user } = renderForm(form);
  expect(await chooser()).toHaveAccessibleDescription(
    'PDF, up to 1\u00a0kB each, at most 2 files.',
  );
  await user.upload(await chooser(), pdf('contract.pdf'));
  expect(await screen.findByText(/, uploaded/)).toBeInTheDocument();
  await user.click(send());
  await waitFor(() => expect(leaveTo).toHaveBeenCalledWith('/t/abc'));
  expect(paths).toEqual(['/api/v1/forms/files/uploads']);
  expect(sent).toEqual([{ contract: [ID] }]);
});

test('a form is not sent while a file is on its way', async () => {
  server.use(http.post('*/api/v1/forms/files/uploads', () => delay('infinite')));
  const { user } = renderForm(form);
  await user.upload(await chooser(), pdf('slow.pdf'));
  expect(await screen.findByRole('progressbar', { name: 'Uploading slow.pdf' })).toBeVisible();
  await user.click(send());
  expect(await screen.findByRole('alert')).toHaveTextContent(/Wait until every file is uploaded/);
});

test('a refused file says why, and can be removed by keyboard', async () => {
  server.use(
    http.post('*/api/v1/forms/files/uploads', () =>
      HttpResponse.json(
        {
          status: 422,
          title: 'Refused',
          code: 'invalid_input',
          detail: 'The file was refused; see errors.',
          errors: [{ field: 'file', message: 'This is a PNG image; the form takes PDF.' }],
        },
        { status: 422 },
      ),
    ),
  );
  const { user } = renderForm(form);
  await user.upload(await chooser(), pdf('photo.pdf'));
  const list = await screen.findByRole('list', { name: 'Files for Contract' });
  expect(await within(list).findByText(/This is a PNG image/)).toBeVisible();
  const remove = within(list).getByRole('button', { name: 'Remove photo.pdf' });
  remove.focus();
  await user.keyboard('{Enter}');
  expect(screen.queryByText(/This is a PNG image/)).not.toBeInTheDocument();
  expect(await chooser()).toHaveFocus();
});

test('a file that is too large is not even sent', async () => {
  const paths = taking();
  const { user } = renderForm(form);
  await user.upload(await chooser(), pdf('huge.pdf', 5000));
  expect(await screen.findByText(/at most 1\s?kB fit/, { selector: '.f-error' })).toBeVisible();
  expect(paths).toEqual([]);
});

test('no more files than fit are taken', async () => {
  taking();
  const { user } = renderForm(form);
  await user.upload(await chooser(), [pdf('1.pdf'), pdf('2.pdf'), pdf('3.pdf')]);
  await waitFor(() => expect(screen.getAllByText(/, uploaded/)).toHaveLength(2));
  expect(await chooser()).toBeDisabled();
});

test('a missing file is named', async () => {
  const { user } = renderForm(form);
  await chooser();
  await user.click(send());
  expect(await screen.findByRole('alert')).toHaveTextContent('Contract: This field is needed.');
});

test('a file goes to the version that the page was drawn from', async () => {
  taking();
  // A form with a file in it does not survive the way to the handler in this environment.
  const sending = jest.spyOn(XMLHttpRequest.prototype, 'send');
  const { user } = renderForm(form);
  await user.upload(await chooser(), pdf('contract.pdf'));
  expect(await screen.findByText(/, uploaded/)).toBeInTheDocument();
  const versions = sending.mock.calls.flatMap(([body]) =>
    body instanceof FormData ? body.get('version') : [],
  );
  expect(versions).toEqual(['3']);
  sending.mockRestore();
});

test('the control speaks the language of the form, and not that of the browser', async () => {
  const { container } = renderForm(form);
  await chooser();
  await waitFor(() => expect(container.querySelector('.f-pick')).toHaveTextContent('Choose files'));
});
