import { useForm } from '@mantine/form';
import { screen } from '@testing-library/react';
import { renderApp } from '@/lib/testing/render';
import type { ConnectionForm } from './connection-form';
import { ChoiceInput } from './typed-input';

function Encryption({ fallback }: { fallback: string | undefined }) {
  const form = useForm({ initialValues: { encryption: fallback ?? '' } });
  const field = {
    kind: 'choice',
    key: 'encryption',
    title: 'Encryption',
    help: '',
    required: false,
    choices: ['none', 'tls'],
    fallback,
  } as const;
  const shown = { ...field, choices: [...field.choices] };
  return <ChoiceInput form={form as never as ConnectionForm} field={shown} path="encryption" />;
}

const offered = () => screen.getAllByRole('option').map((each) => each.textContent);

test('where nothing said means a choice, only the choices are offered', () => {
  renderApp(<Encryption fallback="tls" />);
  expect(screen.getByLabelText('Encryption')).toHaveValue('tls');
  expect(offered()).toEqual(['None', 'TLS']);
});

test('where nothing can be said, that can be chosen', () => {
  renderApp(<Encryption fallback={undefined} />);
  expect(offered()).toEqual(['Nothing', 'None', 'TLS']);
});
