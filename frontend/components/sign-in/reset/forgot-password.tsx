import { Button, TextInput } from '@mantine/core';
import Link from 'next/link';
import { useState, type FormEvent } from 'react';
import { Sheet, SheetPart } from '@/components/ui/sheet/sheet';
import { useRequestReset } from '../hooks/use-steps';
import { Refusal } from '../refusal';
import styles from '../sign-in.module.css';

/** Asks for a link to a new password. What it says is the same for every address. */
export function ForgotPassword() {
  const request = useRequestReset();
  const [email, setEmail] = useState('');

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    request.mutate(email);
  }

  return (
    <div className={styles.narrow}>
      <Sheet>
        <SheetPart>
          <h1>{request.isSuccess ? 'Look into your mailbox' : 'Forgot the password?'}</h1>
          {request.isSuccess ? (
            <p className={styles.lead} role="status">
              {`If ${email} has an account, a mail with a link to a new password is there now. The link is good for one hour.`}
            </p>
          ) : (
            <>
              <p className={styles.lead}>A link to a new one comes by mail.</p>
              {request.error && (
                <Refusal error={request.error} wrong="This is not an e-mail address." />
              )}
              <form className={styles.form} onSubmit={submit}>
                <TextInput
                  label="E-mail"
                  name="email"
                  type="email"
                  autoComplete="username"
                  required
                  value={email}
                  onChange={(event) => setEmail(event.currentTarget.value)}
                />
                <Button type="submit" loading={request.isPending}>
                  Send the link
                </Button>
              </form>
            </>
          )}
          <p className={styles.aside}>
            <Link href="/sign-in">Back to sign-in</Link>
          </p>
        </SheetPart>
      </Sheet>
    </div>
  );
}
