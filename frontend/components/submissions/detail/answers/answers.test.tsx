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
  live: false,
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
  const revealed = jest.fn();
  signedInWith(['submissions:read', 'submissions:read_sensitive']);
  server.use(
    http.post('*/api/v1/submissions/:id/reveal', () => {
      revealed();
      return HttpResponse.json({
        data: { iban: 'DE89 3704' },
        asked: [asked({ key: 'iban', label: 'Account' })],
      });
    }),
  );
  const { user } = renderApp(<Answers submission={MASKED} />);
  expect(await screen.findByText('Hidden')).toBeVisible();
  const show = await screen.findByRole('button', { name: 'Show sensitive answers' });
  expect(revealed).not.toHaveBeenCalled();
  await user.click(show);
  expect(await screen.findByText('DE89 3704')).toBeVisible();
  expect(revealed).toHaveBeenCalledTimes(1);
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

test('a live choice is shown by its text, and one whose text nobody knows says so', () => {
  const live = { kind: 'choices', live: true, choices: [{ value: '4', label: 'Desk lamp' }] };
  const submission = getGetSubmissionResponseMock({
    sensitive: [],
    files: [],
    asked: [asked({ ...live, key: 'articles', label: 'Articles' })],
    data: { articles: ['4', '5'] },
  });
  const { container } = renderApp(<Answers submission={submission} />);
  expect(container).toHaveTextContent('ArticlesDesk lamp, 5 (its text is not known here)');
});

test('a sensitive choice that is shown has its text', async () => {
  signedInWith(['submissions:read', 'submissions:read_sensitive']);
  const live = { key: 'lead', kind: 'choice', label: 'Lead', live: true };
  server.use(
    http.post('*/api/v1/submissions/:id/reveal', () =>
      HttpResponse.json({
        data: { lead: '4' },
        asked: [asked({ ...live, choices: [{ value: '4', label: 'Ada Berg' }] })],
      }),
    ),
  );
  const submission = getGetSubmissionResponseMock({
    asked: [asked(live)],
    data: { lead: '••••••••' },
    files: [],
    sensitive: ['lead'],
  });
  const { user } = renderApp(<Answers submission={submission} />);
  await user.click(await screen.findByRole('button', { name: 'Show sensitive answers' }));
  expect(await screen.findByText('Ada Berg')).toBeVisible();
});
