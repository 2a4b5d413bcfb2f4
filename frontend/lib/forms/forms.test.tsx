import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { screen } from '@testing-library/react';
import { CreateConnectionBody, LimitConnectionBody } from '@/lib/api/zod/connections/connections';
import { ApiError } from '@/lib/http/api-error';
import { readProblem } from '@/lib/http/problem';
import { renderApp } from '@/lib/testing/render';
import { speak } from '@/lib/words/languages';
import { checkedBy } from './checked-by';
import { showRefused } from './refused-fields';

afterEach(() => speak('en'));

const body = { connector: 'rest', settings: {}, slug: 'erp', name: 'ERP' };

test('what the API takes is taken', () => {
  expect(checkedBy(CreateConnectionBody)(body)).toEqual({});
});

test('what the API refuses is refused at its field, in the language that is spoken', () => {
  const check = checkedBy(CreateConnectionBody);
  const wrong = { ...body, slug: 'Not a slug', name: 'x'.repeat(10_000) };
  expect(check(wrong)).toEqual({
    slug: 'Lower-case letters a to z, digits and single hyphens between them.',
    name: 'At most 200 characters.',
  });
  speak('de');
  expect(check({ ...wrong, name: '' })).toEqual({
    slug: 'Kleinbuchstaben a bis z, Ziffern und einzelne Bindestriche dazwischen.',
    name: 'Das wird gebraucht.',
  });
});

test('numbers are held to their bounds, also where they may be absent', () => {
  const check = checkedBy(LimitConnectionBody);
  expect(check({ max_in_flight: 0, rate_per_second: 0 })).toEqual({
    max_in_flight: '1 or more.',
    rate_per_second: 'More than 0.',
  });
  expect(check({ max_in_flight: 1.5, rate_per_second: 'fast' })).toEqual({
    max_in_flight: 'Write a whole number.',
    rate_per_second: 'Write a number.',
  });
  expect(check({ max_in_flight: 5, rate_per_second: null })).toEqual({});
});

const refusal = new ApiError(
  readProblem(
    {
      errors: [
        { field: 'name', message: 'It is taken.' },
        { field: 'name', message: 'Said later.' },
        { field: 'elsewhere', message: 'Not here.' },
      ],
    },
    { status: 422, requestId: null },
  ),
);

function Form({ onLeft }: { onLeft: (left: unknown) => void }) {
  const form = useForm({ initialValues: { name: '' } });
  const fieldOf = (field: string) => (field === 'name' ? field : null);
  return (
    <>
      <TextInput label="Name" {...form.getInputProps('name')} />
      <button onClick={() => onLeft(showRefused(form, refusal, { fieldOf }))}>Send</button>
    </>
  );
}

test('what the server refuses stands at its field, which gets the focus; the rest is handed back', async () => {
  const left = jest.fn();
  const { user } = renderApp(<Form onLeft={left} />);
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(await screen.findByText('It is taken.')).toBeVisible();
  expect(screen.getByLabelText('Name')).toHaveFocus();
  expect(left).toHaveBeenCalledWith([{ field: 'elsewhere', message: 'Not here.' }]);
});
