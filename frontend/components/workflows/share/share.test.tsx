import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import type { FormOut, FormQuestionOut } from '@/lib/api/model';
import { renderApp } from '@/lib/testing/render';
import { server } from '@/lib/testing/server';
import { serving } from '../testing/detail';
import { workflow } from '../testing/workflows';
import { Share } from './share';

const question = (key: string, kind: string, over: Partial<FormQuestionOut> = {}) =>
  ({ key, kind, label: key.toUpperCase(), sensitive: false, ...over }) as FormQuestionOut;

const QUESTIONS = [
  question('email', 'email'),
  question('sizes', 'choices', {
    choices: [
      { value: 's', label: 'Small' },
      { value: 'm', label: 'Medium' },
    ],
  }),
  question('agreed', 'boolean'),
  question('budget', 'money', { currencies: ['EUR', 'CHF'] }),
  question('source', 'hidden', { query: 'utm', label: '' }),
  question('iban', 'text', { sensitive: true }),
  question('terms', 'consent'),
  question('cv', 'file'),
];

function sharing(
  origins: string[] = [],
  schema: object = { examples: [{ email: 'a@b.example' }] },
) {
  serving();
  const form: Partial<FormOut> = {
    language: 'en',
    questions: QUESTIONS,
    languages: [
      { code: 'en', name: 'English' },
      { code: 'de', name: 'Deutsch' },
    ],
  };
  server.use(
    http.get('*/api/v1/forms/leads', () => HttpResponse.json(form)),
    http.get('*/api/v1/workflows/leads/schema.json', () => HttpResponse.json(schema)),
    http.get('*/api/v1/workflows/leads/protection', () =>
      HttpResponse.json({ allowed_origins: origins }),
    ),
  );
  return renderApp(<Share workflow={workflow()} />);
}

const here = window.location.origin;

test('a link is filled by choosing questions and answers', async () => {
  const { user } = sharing();
  await user.click(screen.getByText('A link with answers filled in'));
  const add = await screen.findByLabelText('Add a question');
  const offered = [...add.querySelectorAll('option')].map((each) => each.textContent);
  expect(offered).toEqual(['Choose a question', 'EMAIL', 'SIZES', 'AGREED', 'BUDGET', 'source']);
  for (const each of ['EMAIL', 'SIZES', 'AGREED', 'BUDGET', 'source'])
    await user.selectOptions(screen.getByLabelText('Add a question'), each);
  expect(screen.queryByLabelText('Add a question')).not.toBeInTheDocument();
  await user.type(screen.getByLabelText('EMAIL'), 'ada+1@x.example');
  await user.click(screen.getByLabelText('Medium'));
  await user.click(screen.getByLabelText('Small'));
  await user.selectOptions(screen.getByLabelText('AGREED'), 'Yes');
  await user.type(screen.getByLabelText('BUDGET: Amount'), '10.50');
  await user.selectOptions(screen.getByLabelText('BUDGET: Currency'), 'CHF');
  await user.type(screen.getByLabelText('source'), 'fair');
  await user.selectOptions(screen.getByLabelText('Language'), 'Deutsch');
  expect(screen.getByRole('region', { name: 'The link' })).toHaveTextContent(
    `${here}/f/leads?language=de&email=ada%2B1%40x.example&sizes=m&sizes=s&agreed=true&budget.amount=10.50&budget.currency=CHF&utm=fair`,
  );
  await user.click(screen.getByRole('button', { name: 'Leave out “BUDGET”' }));
  expect(screen.getByRole('region', { name: 'The link' })).not.toHaveTextContent('budget');
});

test('the snippet begins as the link does, and says which sites may show it', async () => {
  const { user } = sharing(['https://shop.example']);
  await user.click(screen.getByText('A link with answers filled in'));
  await user.selectOptions(await screen.findByLabelText('Language'), 'Deutsch');
  await user.click(screen.getByText('Put it into your own page'));
  expect(await screen.findByText(/These sites may show it: https:\/\/shop\.example/)).toBeVisible();
  expect(screen.getByLabelText('HTML of the form')).toHaveTextContent('data-language="de"');
  await user.selectOptions(
    screen.getByLabelText('How it stands there'),
    'Over the page, after a click',
  );
  expect(screen.getByLabelText('HTML of the form')).toHaveTextContent('data-waybill-popup="leads"');
});

test('where no site may show it, the way to name one is said', async () => {
  const { user } = sharing();
  await user.click(screen.getByText('Put it into your own page'));
  expect(await screen.findByText(/No site may show the form yet/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Protection of the form' })).toHaveAttribute(
    'href',
    '#protection',
  );
});

test('programs get an example of their own in each language, to copy', async () => {
  const { user } = sharing();
  await user.click(screen.getByText('Let programs submit'));
  const example = await screen.findByLabelText('Submitting with curl');
  expect(example).toHaveTextContent(`${here}/api/v1/workflows/leads/submissions`);
  const copied = jest.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await user.click(screen.getByRole('button', { name: 'Copy the example in curl' }));
  expect(copied).toHaveBeenCalledWith(expect.stringContaining('"email": "a@b.example"'));
  await user.selectOptions(screen.getByLabelText('Written in'), 'Python');
  expect(screen.getByLabelText('Submitting with Python')).toHaveTextContent('from waybill import');
  expect(screen.getByLabelText('Commands of waybill')).toHaveTextContent('waybill submit leads');
});

test('a form of which no example can be made leads to its documentation', async () => {
  const { user } = sharing([], {});
  await user.click(screen.getByText('Let programs submit'));
  expect(await screen.findByText(/No example could be made/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'its own documentation' })).toHaveAttribute(
    'href',
    '/api/v1/docs?workflow=leads',
  );
});
