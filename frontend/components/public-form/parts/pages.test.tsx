import { screen, waitFor } from '@testing-library/react';
import {
  getSubmitFormMockHandler,
  getSubmitFormResponseMock,
} from '@/lib/api/endpoints/forms/forms.msw';
import { server } from '@/lib/testing/server';
import { isFramed, leaveTo } from '../hooks/leave';
import { formOf } from '../testing/forms';
import { renderForm } from '../testing/render';

jest.mock('../hooks/leave');

const form = formOf(
  [
    { key: 'name', kind: 'text', label: 'Name' },
    { key: 'iban', kind: 'text', label: 'Account', sensitive: true },
    { key: 'price', kind: 'money', label: 'Price', currencies: ['EUR'] },
  ],
  {
    pages: [
      { title: 'You', intro: '', questions: ['name', 'iban'], show_if: null },
      { title: 'Offer', intro: '', questions: ['price'], show_if: null },
    ],
  },
);

const press = (name: string) => screen.getByRole('button', { name });

beforeEach(() => {
  sessionStorage.clear();
  jest.resetAllMocks();
  Element.prototype.scrollIntoView = () => undefined;
});

test('a form of two pages is answered, looked at once more, changed and sent', async () => {
  const sent: unknown[] = [];
  server.use(
    getSubmitFormMockHandler(async ({ request }) => {
      sent.push(((await request.clone().json()) as { data: unknown }).data);
      return getSubmitFormResponseMock({ tracking_token: 'abc' });
    }),
  );
  const { user } = renderForm(form);
  expect(await screen.findByText('Page 1 of 2')).toBeVisible();
  expect(screen.getByRole('progressbar', { name: 'Progress' })).toBeVisible();
  await user.click(press('Next'));
  expect(await screen.findByRole('alert')).toHaveTextContent('2 things to put right');
  await user.type(screen.getByLabelText('Name'), 'Ada');
  await user.type(screen.getByLabelText('Account'), 'DE89');
  await user.click(press('Next'));
  expect(await screen.findByText('Page 2 of 2')).toBeVisible();
  expect(screen.getByRole('region', { name: 'Offer' })).toHaveFocus();
  expect(screen.getByLabelText('Name')).not.toBeVisible();
  await user.type(screen.getByRole('textbox', { name: 'Price' }), '1250.5');
  await user.click(press('Check your answers'));
  expect(await screen.findByRole('heading', { name: 'Check your answers' })).toBeVisible();
  expect(screen.getByText('€1,250.50')).toBeVisible();
  expect(screen.queryByText('DE89')).not.toBeInTheDocument();
  expect(sent).toEqual([]);
  await user.click(press('Change You'));
  await user.type(screen.getByLabelText('Name'), ' Berg');
  await user.click(press('Next'));
  await user.click(await screen.findByRole('button', { name: 'Check your answers' }));
  await user.click(await screen.findByRole('button', { name: 'Send' }));
  await waitFor(() => expect(leaveTo).toHaveBeenCalledWith('/t/abc'));
  expect(sent).toEqual([
    { name: 'Ada Berg', iban: 'DE89', price: { amount: '1250.5', currency: 'EUR' } },
  ]);
});

test('Back leads to the page before with what was typed', async () => {
  const { user } = renderForm(form);
  await screen.findByText('Page 1 of 2');
  await user.type(screen.getByLabelText('Name'), 'Ada');
  await user.type(screen.getByLabelText('Account'), 'DE89');
  await user.click(press('Next'));
  await user.click(await screen.findByRole('button', { name: 'Back' }));
  expect(await screen.findByText('Page 1 of 2')).toBeVisible();
  expect(screen.getByLabelText('Name')).toHaveValue('Ada');
});

test('a form that is closed says so and asks for nothing', () => {
  renderForm({ ...form, state: 'closed', state_text: 'This form closed on 1 November.' });
  expect(screen.getByRole('status')).toHaveTextContent('This form closed on 1 November.');
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
});

test('an embedded form says its last words itself, and where the tracking page is', async () => {
  jest.mocked(isFramed).mockReturnValue(true);
  server.use(getSubmitFormMockHandler(() => getSubmitFormResponseMock({ tracking_token: 'abc' })));
  const { user } = renderForm({
    ...formOf([{ key: 'name', kind: 'text', label: 'Name' }]),
    sent: { title: 'Thank you', text: 'We call you.', redirect: 'https://shop.example/done' },
  });
  await user.type(screen.getByLabelText('Name'), 'Ada');
  await user.click(press('Send'));
  expect(await screen.findByRole('heading', { name: 'Thank you' })).toBeVisible();
  expect(screen.getByRole('link', { name: /private page/ })).toHaveAttribute('href', '/t/abc');
  expect(screen.getByRole('link', { name: 'Go on to shop.example' })).toBeVisible();
  expect(leaveTo).not.toHaveBeenCalled();
});

test('a form by itself leads to the tracking page, whatever its last words are', async () => {
  server.use(getSubmitFormMockHandler(() => getSubmitFormResponseMock({ tracking_token: 'abc' })));
  const { user } = renderForm({
    ...formOf([{ key: 'name', kind: 'text', label: 'Name' }]),
    sent: { title: 'Thank you', text: 'We call you.', redirect: 'https://shop.example/done' },
  });
  await user.type(screen.getByLabelText('Name'), 'Ada');
  await user.click(press('Send'));
  await waitFor(() => expect(leaveTo).toHaveBeenCalledWith('/t/abc'));
});
