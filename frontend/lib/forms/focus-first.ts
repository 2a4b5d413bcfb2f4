import type { FormErrors, UseFormReturnType } from '@mantine/form';

type Findable = Pick<UseFormReturnType<never>, 'getInputNode'>;

/** After a refused submit: the focus at the first field that has to be put right. */
export const focusFirst = (form: Findable) => (errors: FormErrors) => {
  const [first = ''] = Object.keys(errors);
  form.getInputNode(first as never)?.focus();
};
