import { Field } from './field';
import type { FieldProps } from './field-props';
import { Group } from './group';

/** What a question is answered with: a field, or the rows of a group with theirs. */
export const QuestionField = (props: FieldProps) =>
  props.question.kind === 'group' ? <Group {...props} /> : <Field {...props} />;
