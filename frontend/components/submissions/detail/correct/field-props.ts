import type { UseFormReturnType } from '@mantine/form';
import type { FormQuestionOut } from '@/lib/api/model';
import type { Values } from './values';

export type FieldProps = {
  question: FormQuestionOut;
  /** Where its answer stands among the values: `email`, `lines.0.part`. */
  path: string;
  form: UseFormReturnType<Values>;
  hidden?: boolean;
};
