import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { words } from '../words';
import { Warning } from './warning';
import styles from './code-form.module.css';

type Props = {
  code: string;
  /** What is wrong with the code that was looked up last. */
  refusal: string | undefined;
  busy: boolean;
  onCode: (code: string) => void;
};

/** Asks for the code that the program shows. */
export function CodeForm({ code, refusal, busy, onCode }: Props) {
  const [value, setValue] = useState(code);
  const [missing, setMissing] = useState(false);
  const fault = missing ? words.code.missing : value === code ? refusal : undefined;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const wanted = value.trim();
    setMissing(wanted === '');
    if (wanted !== '') onCode(wanted);
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <h1>{words.title}</h1>
      <p>{words.code.lead}</p>
      <TextInput
        label={words.code.label}
        description={words.code.hint}
        error={fault}
        errorProps={{ role: 'alert' }}
        size="md"
        classNames={{ input: styles.input ?? '' }}
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
        autoFocus
        autoCapitalize="characters"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={40}
        required
      />
      <Warning />
      <Button type="submit" loading={busy} className={styles.button ?? ''}>
        {words.code.button}
      </Button>
    </form>
  );
}
