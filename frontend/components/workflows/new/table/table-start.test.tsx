import { Blob } from 'node:buffer';
import { screen, waitFor, within } from '@testing-library/react';
import { parse } from 'yaml';
import { renderApp } from '@/lib/testing/render';
import { resetRouter, router } from '@/lib/testing/router';
import { serving } from '../../testing/new';
import { NewWorkflow } from '../new-workflow';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

beforeEach(() => resetRouter({ from: 'table' }));

const ROW = (name: string, size: string) => `${name};${name}@x.example;${size};`;
const NAMES = ['anna', 'bo', 'cy', 'di', 'ed', 'flo'];
const ROWS = NAMES.map((name, at) => ROW(name, at % 2 ? 'M' : 'S'));
const TABLE = ['Name;E-Mail;Size;Note', ...ROWS].join('\n');

const pasted = async (text: string) => {
  const { user } = renderApp(<NewWorkflow />);
  await user.click(await screen.findByLabelText(/Or paste the first line/));
  await user.paste(text);
  return user;
};

test('the columns are corrected, and become the questions of a draft', async () => {
  const sent = serving();
  const user = await pasted(TABLE);
  const table = screen.getByRole('table', { name: 'Questions' });
  expect(within(table).getByLabelText('Kind of “E-Mail”')).toHaveValue('email');
  expect(within(table).getByText('Choices: S, M')).toBeVisible();
  await user.selectOptions(within(table).getByLabelText('Kind of “Note”'), 'Leave it out');
  await user.clear(within(table).getByLabelText('Question for “Name”'));
  await user.type(within(table).getByLabelText('Question for “Name”'), 'Your name');
  await user.click(within(table).getByLabelText('“Size” is required'));
  await user.type(screen.getByLabelText('Name of the workflow'), 'Shirts');
  await user.click(screen.getByRole('button', { name: 'Make it and open the editor' }));
  await waitFor(() => expect(router.push).toHaveBeenCalledWith('/workflows/leads/edit'));
  const made = parse(String(sent[0]?.body));
  expect(made.subject).toBe('${{ input.your_name }}');
  expect(made.form.fields).toEqual({
    your_name: { label: 'Your name', kind: 'text' },
    e_mail: { label: 'E-Mail', kind: 'email' },
    size: {
      label: 'Size',
      kind: 'choice',
      required: false,
      choices: [
        { value: 'S', label: 'S' },
        { value: 'M', label: 'M' },
      ],
    },
  });
});

test('a file is read as a pasted line is', async () => {
  serving();
  const { user } = renderApp(<NewWorkflow />);
  const file = new File(['Firma,Telefon\n'], 'kunden.csv', { type: 'text/csv' });
  // The document of the tests has blobs whose bytes cannot be had.
  Object.defineProperty(file, 'slice', { value: () => new Blob(['Firma,Telefon\n']) });
  await user.upload(await screen.findByLabelText('CSV file'), file);
  expect(await screen.findByLabelText('Kind of “Telefon”')).toHaveValue('phone');
});

test('nothing without names, questions or labels is made', async () => {
  const sent = serving();
  const user = await pasted(';;\n');
  expect(screen.getByRole('alert')).toHaveTextContent('No column has a name.');
  await user.clear(screen.getByLabelText(/Or paste the first line/));
  await user.paste('Name');
  await user.clear(screen.getByLabelText('Question for “Name”'));
  await user.type(screen.getByLabelText('Name of the workflow'), 'Shirts');
  await user.click(screen.getByRole('button', { name: 'Make it and open the editor' }));
  expect(screen.getByText('Write what people are asked.')).toBeVisible();
  await user.selectOptions(screen.getByLabelText('Kind of “Name”'), 'Leave it out');
  expect(screen.getByRole('alert')).toHaveTextContent('Every column is left out.');
  expect(sent).toEqual([]);
});
