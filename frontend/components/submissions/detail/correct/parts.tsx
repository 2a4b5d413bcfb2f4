import '@mantine/core/styles/Fieldset.css';
import { Fieldset, NativeSelect, TextInput } from '@mantine/core';
import { words as all } from '../words';
import type { FieldProps } from './field-props';
import styles from './correct.module.css';

const ADDRESS = ['street', 'more', 'postcode', 'city', 'region', 'country'];

/** An answer of several parts: an amount and its currency, a moment and its zone, an address. */
export function Parts({ question, path, form }: FieldProps) {
  const words = all.correct;
  const part = (name: string, label: string) => (
    <TextInput key={name} label={label} dir="auto" {...form.getInputProps(`${path}.${name}`)} />
  );
  const fault = form.errors[path];
  return (
    <Fieldset legend={question.label} className={styles.parts ?? ''}>
      {fault && <p className={styles.fault}>{fault}</p>}
      {question.kind === 'money' && (
        <>
          {part('amount', words.amount)}
          <NativeSelect
            label={words.currency}
            data={question.currencies ?? []}
            {...form.getInputProps(`${path}.currency`)}
          />
        </>
      )}
      {question.kind === 'datetime' && (
        <>
          {part('at', words.moment)}
          {part('zone', words.zone)}
        </>
      )}
      {question.kind === 'address' &&
        ADDRESS.map((name) => part(name, words.address[name] ?? name))}
    </Fieldset>
  );
}
