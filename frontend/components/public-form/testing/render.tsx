import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Form } from '../form';
import type { Start } from '../hooks/use-public-form';
import { EMPTY } from '../plain/plain';
import { PublicForm } from '../public-form';

export const COUNTRIES = [
  { value: 'AT', label: 'Austria' },
  { value: 'DE', label: 'Germany' },
  { value: 'GB', label: 'United Kingdom' },
];

/** Renders a form as its page does. */
export function renderForm(form: Form, start: Partial<Start> = {}) {
  const view = render(
    <PublicForm
      form={form}
      given={{}}

      countries={COUNTRIES}
      plain={EMPTY}
      {...start}
    />,
  );
  return { ...view, user: userEvent.setup() };
}
