import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import {
  getGetMeMockHandler,
  getGetMeResponseMock,
} from '@/lib/api/endpoints/accounts/accounts.msw';
import { getGetSubmissionResponseMock } from '@/lib/api/endpoints/submissions/submissions.msw';
import type { AskedOut, Permission } from '@/lib/api/model';
import { renderApp } from '@/lib/testing/render';
import { server } from '@/lib/testing/server';
import { Answers } from './answers';

const asked = (over: Partial<AskedOut>): AskedOut => ({
  key: 'company',
  kind: 'text',
  label: 'Company',
  row_label: '',
  choices: [],
  questions: [],
  ...over,
});

const MASKED = getGetSubmissionResponseMock({
  asked: [asked({}), asked({ key: 'iban', label: 'Account' })],
  data: { company: 'Acme Ltd', iban: '••••••••' },
  files: [],
  sensitive: ['iban'],
});

function signedInWith(permissions: Permission[]) {
  server.use(getGetMeMockHandler(getGetMeResponseMock({ permissions })));
}

test('sensitive answers are hidden until somebody who may see them asks, and hidden again', async () => {
  const asked = jest.fn();
  signedInWith(['submissions:read', 'submissions:read_sensitive']);
  server.use(
    http.post('*/api/v1/submissions/:id/reveal', () => {
      asked();
      return HttpResponse.json({ data: { iban: 'DE89 3704' } });
    }),
  );
  const { user } = renderApp(<Answers submission={MASKED} />);
  expect(await screen.findByText('Hidden')).toBeVisible();
  const show = await screen.findByRole('button', { name: 'Show sensitive answers' });
  expect(asked).not.toHaveBeenCalled();
  await user.click(show);
  expect(await screen.findByText('DE89 3704')).toBeVisible();
  expect(asked).toHaveBeenCalledTimes(1);
  await user.click(screen.getByRole('button', { name: 'Hide sensitive answers' }));
  expect(screen.queryByText('DE89 3704')).not.toBeInTheDocument();
});

test('whoever may not see sensitive answers is told so and has nothing to press', async () => {
  signedInWith(['submissions:read']);
  renderApp(<Answers submission={MASKED} />);
  expect(await screen.findByText(/Your role does not include seeing them/)).toBeVisible();
  expect(screen.queryByRole('button', { name: /sensitive/ })).not.toBeInTheDocument();
});

test('a refusal to show them says why', async () => {
  signedInWith(['submissions:read_sensitive']);
  server.use(
    http.post('*/api/v1/submissions/:id/reveal', () =>
      HttpResponse.json({ title: 'Away', detail: 'A key is missing.' }, { status: 503 }),
    ),
  );
  const { user } = renderApp(<Answers submission={MASKED} />);
  await user.click(await screen.findByRole('button', { name: 'Show sensitive answers' }));
  expect(await screen.findByText('A key is missing.')).toBeVisible();
  expect(screen.getByText('Hidden')).toBeVisible();
});

test('answers stand below their questions, in the order of the form and in words', () => {
  const line = [
    asked({ key: 'part', kind: 'choice', label: 'Part', choices: [{ value: 'b', label: 'Bolt' }] }),
    asked({ key: 'gift', kind: 'boolean', label: 'Gift?' }),
  ];
  const submission = getGetSubmissionResponseMock({
    sensitive: [],
    files: [],
    asked: [
      asked({ key: 'price', kind: 'money', label: 'Price' }),
      asked({ key: 'lines', kind: 'group', label: 'Lines', row_label: 'Line', questions: line }),
      asked({
        key: 'extras',
        kind: 'choices',
        label: 'Extras',
        choices: [
          { value: 'x', label: 'Express' },
          { value: 'y', label: 'Insured' },
        ],
      }),
      asked({ key: 'terms', kind: 'consent', label: 'Terms' }),
    ],
    data: {
      utm: 'leaflet',
      terms: { agreed: true, text: 'Our terms.', language: 'en' },
      extras: ['y', 'x'],
      lines: [{ part: 'b', gift: false }],
      price: { amount: '12.50', currency: 'EUR' },
    },
  });
  const { container } = renderApp(<Answers submission={submission} />);
  expect(container).toHaveTextContent(
    'Price12.50 EURLinesLine 1PartBoltGift?NoExtrasInsured, ExpressTermsAgreed to “Our terms.”utmleaflet',
  );
});
