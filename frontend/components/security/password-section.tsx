import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useAccountChange, useHasPassword } from './hooks/use-account';
import { changePassword } from '@/lib/http/account';
import { ApiError } from '@/lib/http/api-error';
import { ChangeError } from './change-error';
import { useIdentity } from './identity/identity';
import { Section } from './section';
import styles from './security.module.css';

/** Sets a new password, knowing the old one; a first one for those who have none. */
export function PasswordSection() {
  const has = useHasPassword();
  return (
    <Section title="Password" hint="A new password ends every other session." query={has}>
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
          label="Present password"
          type="password"
          autoComplete="current-password"
          required
          error={fields?.about('current_password')}
          value={old}
          onChange={(event) => setOld(event.currentTarget.value)}
        />
      )}
      <TextInput
        label="New password"
        type="password"
        autoComplete="new-password"
        required
        error={fields?.about('new_password')}
        value={fresh}
        onChange={(event) => setFresh(event.currentTarget.value)}
      />
      {!named && <ChangeError error={change.error} what="The password was not changed" />}
      {change.isSuccess && (
        <p role="status" className={styles.done}>
          The password is changed, and every other session is ended.
        </p>
      )}
      <Button type="submit" variant="default" loading={change.isPending}>
        {known ? 'Change the password' : 'Set a password'}
      </Button>
    </form>
  );
}
