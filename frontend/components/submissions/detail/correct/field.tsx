import { Checkbox, NativeSelect, TextInput, Textarea } from '@mantine/core';
import { words as all } from '../words';
import { Parts } from './parts';
import type { FieldProps } from './field-props';

const PARTS = new Set(['money', 'datetime', 'address']);
const TYPES: Record<string, string> = {
  email: 'email',
  phone: 'tel',
  url: 'url',
  date: 'date',
  time: 'time',
};

/** The field of one question that is no group, by its kind. What is wrong with it, the server says. */
export function Field({ question, path, form, hidden = false }: FieldProps) {
  const words = all.correct;
  const { kind, label, required } = question;
  const choices = question.choices ?? [];
  const common = {
    label: required ? label : `${label} (${words.optional})`,
    description: hidden ? words.keep : question.live ? words.live : question.help || undefined,
    ...form.getInputProps(path),
  };
  if (PARTS.has(kind)) return <Parts question={question} path={path} form={form} />;
  if (kind === 'multiline')
    return <Textarea {...common} dir="auto" autosize minRows={3} maxRows={16} />;
  if (kind === 'boolean')
    return (
      <NativeSelect
        {...common}
        data={[
          { value: '', label: words.none },
          { value: 'yes', label: all.answers.yes },
          { value: 'no', label: all.answers.no },
        ]}
      />
    );
  if (kind === 'choices')
    return (
      <Checkbox.Group {...common}>
        {choices.map(({ value, label: text }) => (
          <Checkbox key={value} value={value} label={text} mt={4} />
        ))}
      </Checkbox.Group>
    );
  if (choices.length > 0)
    return <NativeSelect {...common} data={[{ value: '', label: words.none }, ...choices]} />;
  return (
    <TextInput
      {...common}
      dir="auto"
      type={TYPES[kind] ?? 'text'}
      inputMode={kind === 'integer' || kind === 'rating' ? 'numeric' : undefined}
    />
  );
}
