import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { draftOf, isDraftRecord } from '../schema/draft';
import type { Field, FieldOf } from '../schema/model';
import { valueAt } from '../schema/value-at';
import type { ConnectionForm } from './connection-form';

type Props = {
  form: ConnectionForm;
  field: FieldOf<'variants'>;
  path: string;
  /** The inputs of what is chosen. */
  within: (fields: Field[]) => ReactNode;
};

/** One of several kinds, and what that kind needs below it. */
export function VariantsInput({ form, field, path, within }: Props) {
  const value = valueAt(form.values, path);
  const chosen = isDraftRecord(value) ? String(value[field.tag]) : '';
  const variant = field.variants.find((each) => each.value === chosen);
  function choose(next: string) {
    const fields = field.variants.find((each) => each.value === next)?.fields ?? [];
    form.setFieldValue(path, { [field.tag]: next, ...draftOf(fields) } as never);
  }
  return (
    <>
      <NativeSelect
        label={field.title}
        description={field.help}
        data={field.variants.map((each) => ({ value: each.value, label: each.title }))}
        value={chosen}
        error={form.errors[path]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {variant && variant.fields.length > 0 && within(variant.fields)}
    </>
  );
}
