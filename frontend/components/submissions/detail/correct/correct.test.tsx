import { screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { getGetSubmissionResponseMock } from '@/lib/api/endpoints/submissions/submissions.msw';
import type { FormQuestionOut } from '@/lib/api/model';
import { renderApp } from '@/lib/testing/render';
import { resetRouter, router } from '@/lib/testing/router';
import { server } from '@/lib/testing/server';
import { CorrectAnswers } from './correct-answers';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

const question = (over: Partial<FormQuestionOut>): FormQuestionOut => ({
  key: 'company',
  kind: 'text',
  label: 'Company',
  help: '',
  placeholder: '',
  required: true,
  sensitive: false,
  autocomplete: '',
  default: null,
  show_if: null,
  min_length: null,
  max_length: null,
  pattern: null,
  pattern_message: null,
  minimum: null,
  maximum: null,
  decimals: null,
  currencies: null,
  zone: null,
  choices: null,
  live: false,
  region: null,
  text: null,
  most: null,
  accept: null,
  kinds: null,
  max_bytes: null,
  max_files: null,
  query: null,
  value: null,
  type: null,
  row_label: null,
  questions: null,
  ...over,
});

const QUESTIONS = [
  question({}),
  question({ key: 'iban', label: 'Account', sensitive: true }),
  question({
    key: 'size',
    kind: 'choice',
    label: 'Size',
    required: false,
    choices: [
      { value: 's', label: 'Small' },
      { value: 'l', label: 'Large' },
    ],
  }),
  question({
    key: 'lines',
    kind: 'group',
    label: 'Lines',
    row_label: 'Line',
    questions: [question({ key: 'count', kind: 'integer', label: 'Count' })],
  }),
];

const submission = getGetSubmissionResponseMock({
  id: '1',
  reference: 'WB-7K3M9QXD01',
  data: { company: 'Acme Ltd', iban: '••••••••', size: 's', lines: [{ count: 2 }], utm: 'x' },
  sensitive: ['iban'],
  asked: [],
  files: [],
});

function questions(newest = 1) {
  server.use(
    http.get('*/api/v1/submissions/:id/form', () =>
      HttpResponse.json({
        version: 1,
        newest_version: newest,
        language: 'en',
        questions: QUESTIONS,
      }),
    ),
  );
}

const resumed = jest.fn();

function takes(status = 201, body: object = getGetSubmissionResponseMock({ id: '2' })) {
  server.use(
    http.post('*/api/v1/submissions/:id/resume', async ({ request }) => {
      resumed(await request.json());
      return HttpResponse.json(body, { status });
    }),
    http.get('*/api/v1/submissions/:id', () => HttpResponse.json(submission)),
  );
}

beforeEach(() => {
  resumed.mockReset();
  resetRouter();
  questions();
});

test('what is corrected goes on with the other answers as they were', async () => {
  takes();
  const { user } = renderApp(<CorrectAnswers submission={submission} onLeave={jest.fn()} />);
  const company = await screen.findByLabelText('Company');
  expect(company).toHaveFocus();
  await user.clear(company);
  await user.type(company, 'Corrected Ltd');
  await user.selectOptions(screen.getByLabelText('Size (optional)'), 'Large');
  await user.click(screen.getByRole('button', { name: 'Add: Line' }));
  const second = screen.getByRole('group', { name: 'Line 2' });
  await user.type(within(second).getByLabelText('Count'), '5');
  await user.click(screen.getByRole('button', { name: 'Resume with these answers' }));
  expect(resumed).toHaveBeenCalledWith({
    data: {
      company: 'Corrected Ltd',
      iban: '••••••••',
      size: 'l',
      lines: [{ count: 2 }, { count: 5 }],
      utm: 'x',
    },
    newest_version: false,
  });
  expect(router.push).toHaveBeenCalledWith('/submissions/2');
});

test('what is done already, and keeps what it was sent, is said', async () => {
  const [step] = submission.steps;
  if (!step) throw new Error('The sample has no step.');
  const steps = [
    { ...step, title: 'Creating the customer', status: 'succeeded' as const },
    { ...step, title: 'Telling sales', status: 'failed' as const },
  ];
  renderApp(<CorrectAnswers submission={{ ...submission, steps }} onLeave={jest.fn()} />);
  const said = await screen.findByText(/done, and not sent again/);
  expect(said).toHaveTextContent('“Creating the customer”');
  expect(said).not.toHaveTextContent('Telling sales');
});

test('what the server refuses stands at its field, and the field gets the focus', async () => {
  takes(422, {
    title: 'Refused',
    detail: 'Some answers need a change.',
    errors: [{ field: 'data.lines.0.count', message: 'At most 1.' }],
  });
  const { user } = renderApp(<CorrectAnswers submission={submission} onLeave={jest.fn()} />);
  await user.click(await screen.findByRole('button', { name: 'Resume unchanged' }));
  expect(await screen.findByText('At most 1.')).toBeVisible();
  const row = screen.getByRole('group', { name: 'Line 1' });
  expect(within(row).getByLabelText('Count')).toHaveAttribute('aria-invalid', 'true');
  expect(screen.getByText('One answer needs a change.')).toBeVisible();
  expect(router.push).not.toHaveBeenCalled();
});

test('a newer version is followed only by whoever says so', async () => {
  questions(3);
  takes();
  const { user } = renderApp(<CorrectAnswers submission={submission} onLeave={jest.fn()} />);
  await user.click(await screen.findByLabelText(/Follow the newest version/));
  await user.click(screen.getByRole('button', { name: 'Resume unchanged' }));
  expect(resumed.mock.calls[0][0]).toMatchObject({ newest_version: true });
});

test('an answer that is taken away is not sent', async () => {
  takes();
  const { user } = renderApp(<CorrectAnswers submission={submission} onLeave={jest.fn()} />);
  await user.selectOptions(await screen.findByLabelText('Size (optional)'), 'None');
  await user.click(screen.getByRole('button', { name: 'Remove Line 1' }));
  await user.click(screen.getByRole('button', { name: 'Resume with these answers' }));
  expect(resumed.mock.calls[0][0].data).toEqual({
    company: 'Acme Ltd',
    iban: '••••••••',
    utm: 'x',
  });
});
