import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { Field, FieldOf } from '../schema/model';
import { words as all } from '../words';
import type { ConnectionForm } from './connection-form';

type Props<Of extends Field> = { form: ConnectionForm; field: Of; path: string };
type Typed = Extract<Field, { format: string }>;

/** Yes or no. */
export function BooleanInput({ form, field, path }: Props<FieldOf<'boolean'>>) {
  return (
    <Checkbox
      label={field.title}
      description={field.help}
      {...form.getInputProps(path, { type: 'checkbox' })}
    />
  );
}

/** One of a few. */
export function ChoiceInput({ form, field, path }: Props<FieldOf<'choice'>>) {
  // Nothing said means what the system takes then: beside that choice it would be a second name.
  const mayBeEmpty = !field.required && field.fallback === undefined;
  const nothing = mayBeEmpty ? [{ value: '', label: all.fields.nothing }] : [];
  const choices = field.choices.map((value) => ({
    value,
    label: value === 'none' ? all.fields.none : value.toUpperCase(),
  }));
  return (
    <NativeSelect
      label={field.title}
      description={field.help}
      data={[...nothing, ...choices]}
      {...form.getInputProps(path)}
    />
  );
}

/** Texts, secrets and numbers. A secret is never filled in again, by us or by the browser. */
export function TypedInput({ form, field, path }: Props<Typed>) {
  const numeric = field.kind === 'integer' || field.kind === 'number';
  const secret = field.kind === 'secret';
  return (
    <TextInput
      label={field.required ? field.title : all.fields.optional(field.title)}
      description={field.help}
      aria-required={field.required}
      spellCheck={false}
      autoComplete={secret ? 'new-password' : 'off'}
      type={secret ? 'password' : 'text'}
      dir={secret || numeric ? 'ltr' : 'auto'}
      {...(numeric ? { inputMode: field.kind === 'integer' ? 'numeric' : 'decimal' } : {})}
      {...form.getInputProps(path)}
    />
  );
}
