import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { FromForm, ToForm } from '@/lib/forms/rehearsal';
import type { Form } from '../form';
import { everyKind } from '../testing/every-kind';
import { formOf } from '../testing/forms';
import { Rehearsal } from './rehearsal';

const told: FromForm[] = [];
const draw = (form: Form, origin = window.location.origin) =>
  act(() => {
    const data: ToForm = { waybill: 'form', form };
    window.dispatchEvent(new MessageEvent('message', { data, origin, source: window.parent }));
  });
const answers = () => told.filter(({ waybill }) => waybill === 'answers');

beforeEach(() => {
  told.length = 0;
  window.localStorage.clear();
  jest.spyOn(window.parent, 'postMessage').mockImplementation((message) => {
    told.push(message as FromForm);
  });
});
afterEach(() => jest.restoreAllMocks());

const COMPANY = { key: 'company', kind: 'text', label: 'Company' };
const CITY = { key: 'city', kind: 'text', label: 'City' };

test('it asks for its form, and takes it from our own pages alone', () => {
  render(<Rehearsal />);
  expect(told).toEqual([{ waybill: 'ready' }]);
  draw(formOf([COMPANY]), 'https://evil.example');
  expect(screen.queryByLabelText('Company')).not.toBeInTheDocument();
  draw(formOf([COMPANY], { state: 'not_yet' }));
  expect(screen.getByLabelText('Company')).toBeVisible();
  expect(answers()).toEqual([]);
});

test('what was typed stays while the form is changed, and is told', async () => {
  const user = userEvent.setup();
  render(<Rehearsal />);
  draw(formOf([COMPANY]));
  await user.type(screen.getByLabelText('Company'), 'Acme');
  expect(answers().at(-1)).toEqual({ waybill: 'answers', data: { company: 'Acme' } });
  draw(formOf([{ ...COMPANY, label: 'Your company' }]));
  expect(screen.getByLabelText('Your company')).toHaveValue('Acme');
  draw(formOf([CITY, COMPANY]));
  expect(screen.getByLabelText('Company')).toHaveValue('Acme');
  await user.type(screen.getByLabelText('City'), 'Graz');
  expect(answers().at(-1)).toMatchObject({ data: { company: 'Acme', city: 'Graz' } });
});

test('its button checks the answers and sends nothing, and nothing is kept', async () => {
  const fetched = jest.spyOn(window, 'fetch');
  const user = userEvent.setup();
  render(<Rehearsal />);
  draw(formOf([COMPANY]));
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(await screen.findByRole('link', { name: /Company/ })).toBeVisible();
  await user.type(screen.getByLabelText('Company'), 'Acme');
  await user.click(screen.getByRole('button', { name: 'Send' }));
  await waitFor(() => expect(told.at(-1)).toEqual({ waybill: 'sent' }));
  expect(fetched).not.toHaveBeenCalled();
  expect(window.localStorage).toHaveLength(0);
});

test('every kind of question is drawn, whatever was typed before', async () => {
  const user = userEvent.setup();
  render(<Rehearsal />);
  const others = everyKind.questions.map(({ key, label }) => ({ key, label, kind: 'text' }));
  draw(formOf(others));
  const [first] = screen.getAllByRole('textbox');
  if (first) await user.type(first, 'x');
  draw(everyKind);
  expect(screen.getByRole('heading', { name: everyKind.title })).toBeVisible();
});
