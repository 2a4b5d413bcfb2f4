import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { blank } from '../schema/draft';
import type { FieldOf } from '../schema/model';
import { valueAt } from '../schema/value-at';
import { words as all } from '../words';
import type { ConnectionForm } from './connection-form';
import styles from './fields.module.css';

type Props = {
  form: ConnectionForm;
  field: FieldOf<'record'>;
  path: string;
  children: ReactNode;
};

/** Several things that belong together; one that is not needed is added and left out by a button. */
export function RecordInput({ form, field, path, children }: Props) {
  const words = all.fields;
  const given = valueAt(form.values, path) !== null;
  const set = (value: unknown) => form.setFieldValue(path, value as never);
  return (
    <fieldset className={styles.group}>
      {field.title && <legend>{field.title}</legend>}
      {field.help && <p className={styles.help}>{field.help}</p>}
      {form.errors[path] && <p className={styles.fault}>{form.errors[path]}</p>}
      {given && children}
      {!field.required && (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={given ? words.leaveOutOf(field.title) : words.addOf(field.title)}
          onClick={() => set(given ? null : blank(field))}
        >
          {given ? words.leaveOut : words.add}
        </Button>
      )}
    </fieldset>
  );
}
