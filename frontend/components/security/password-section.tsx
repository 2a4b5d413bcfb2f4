import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useAccountChange, useHasPassword } from './hooks/use-account';
import { changePassword } from '@/lib/http/account/account';
import { ApiError } from '@/lib/http/api-error';
import { ChangeError } from './parts/change-error';
import { useIdentity } from './identity/identity';
import { Section } from './parts/section';
import { words } from './words';
import styles from './parts/form.module.css';

/** Sets a new password, knowing the old one; a first one for those who have none. */
export function PasswordSection() {
  const has = useHasPassword();
  return (
    <Section title={words.password.title} hint={words.password.hint} query={has}>
      {(known) => <Form known={known} />}
    </Section>
  );
}

function Form({ known }: { known: boolean }) {
  const run = useIdentity();
  const [old, setOld] = useState('');
  const [fresh, setFresh] = useState('');
  const change = useAccountChange(() =>
    run(() => changePassword({ ...(known ? { current_password: old } : {}), new_password: fresh })),
  );
  const fields = change.error instanceof ApiError ? change.error : null;
  const named = fields?.about('current_password') ?? fields?.about('new_password');

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    change.mutate(undefined, {
      onSuccess: () => {
        setOld('');
        setFresh('');
      },
    });
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      {known && (
        <TextInput
          label={words.password.present}
          type="password"
          autoComplete="current-password"
          required
          error={fields?.about('current_password')}
          value={old}
          onChange={(event) => setOld(event.currentTarget.value)}
        />
      )}
      <TextInput
        label={words.password.fresh}
        type="password"
        autoComplete="new-password"
        required
        error={fields?.about('new_password')}
        value={fresh}
        onChange={(event) => setFresh(event.currentTarget.value)}
      />
      {!named && <ChangeError error={change.error} what={words.password.failed} />}
      {change.isSuccess && (
        <p role="status" className={styles.done}>
          {words.password.done}
        </p>
      )}
      <Button type="submit" variant="default" loading={change.isPending}>
        {known ? words.password.change : words.password.set}
      </Button>
    </form>
  );
}
