import { Button, TextInput } from '@mantine/core';
import Link from 'next/link';
import { useRouter } from 'next/router';
import { useState, type FormEvent } from 'react';
import { Sheet, SheetPart } from '@/components/ui/sheet/sheet';
import { useResetPassword } from '../hooks/use-steps';
import { Refusal } from '../refusal';
import styles from '../sign-in.module.css';

/** Sets a new password with the key of a mail; a second factor is asked for at the sign-in page. */
export function ResetPassword() {
  const router = useRouter();
  const reset = useResetPassword();
  const [password, setPassword] = useState('');
  const key = String(router.query.key ?? '');
  const stale = reset.error?.problem.code === 'invalid_password_reset';

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    reset.mutate(
      { key, password },
      { onSuccess: ({ done }) => void router.replace(done ? '/submissions' : '/sign-in') },
    );
  }

  return (
    <div className={styles.narrow}>
      <Sheet>
        <SheetPart>
          <h1>Set a new password</h1>
          <p className={styles.lead}>Every session ends, and you are signed in here.</p>
          {reset.error && (
            <Refusal
              error={reset.error}
              wrong={
                stale
                  ? 'This link was used or is too old. Ask for a new one.'
                  : 'This password does not do; see below.'
              }
            />
          )}
          {stale ? (
            <p className={styles.aside}>
              <Link href="/forgot-password">Ask for a new link</Link>
            </p>
          ) : (
            <form className={styles.form} onSubmit={submit}>
              <TextInput
                label="New password"
                name="password"
                type="password"
                autoComplete="new-password"
                required
                description="At least 8 characters. A few words are easier to keep than a few signs."
                error={reset.error?.about('password')}
                value={password}
                onChange={(event) => setPassword(event.currentTarget.value)}
              />
              <Button type="submit" loading={reset.isPending || reset.isSuccess}>
                Set the password
              </Button>
            </form>
          )}
        </SheetPart>
      </Sheet>
    </div>
  );
}
