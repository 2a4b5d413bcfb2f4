import { Button, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { rows } from '../schema/body';
import { blank } from '../schema/draft';
import type { Field, FieldOf } from '../schema/model';
import { valueAt } from '../schema/value-at';
import { words as all } from '../words';
import type { ConnectionForm } from './connection-form';
import styles from './fields.module.css';

type Props = {
  form: ConnectionForm;
  field: FieldOf<'list' | 'names'>;
  path: string;
  /** The input of one of them. */
  row: (item: Field, path: string) => ReactNode;
};

/** Any number of the same: values, records, or names with their values. */
export function ListInput({ form, field, path, row }: Props) {
  const words = all.fields;
  const there = rows(valueAt(form.values, path));
  const pairs = field.kind === 'names';
  const next = pairs ? { name: '', value: blank(field.item) } : blank(field.item);
  return (
    <fieldset className={styles.group}>
      <legend>{words.optional(field.title)}</legend>
      {field.help && <p className={styles.help}>{field.help}</p>}
      {form.errors[path] && <p className={styles.fault}>{form.errors[path]}</p>}
      {there.map((_, index) => (
        <div key={index} className={pairs ? styles.pair : styles.row}>
          {pairs && (
            <TextInput
              label={words.name}
              autoComplete="off"
              spellCheck={false}
              {...form.getInputProps(`${path}.${index}.name`)}
            />
          )}
          {row(
            { ...field.item, title: pairs ? words.value : words.row(index + 1) },
            pairs ? `${path}.${index}.value` : `${path}.${index}`,
          )}
          <Button
            variant="default"
            size="compact-sm"
            aria-label={words.removeOf(field.title, index + 1)}
            onClick={() => form.removeListItem(path, index)}
          >
            {words.remove}
          </Button>
        </div>
      ))}
      <Button
        variant="default"
        size="compact-sm"
        disabled={there.length >= field.most}
        aria-label={words.addOf(field.title)}
        onClick={() => form.insertListItem(path, next as never)}
      >
        {words.add}
      </Button>
    </fieldset>
  );
}
