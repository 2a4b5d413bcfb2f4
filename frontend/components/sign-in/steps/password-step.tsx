import { Button, TextInput } from '@mantine/core';
import Link from 'next/link';
import { useState, type FormEvent } from 'react';
import { useSignInConfig } from '@/lib/hooks/use-session';
import { passkeysWork } from '@/lib/http/passkeys';
import type { Standing } from '@/lib/http/session';
import { useSignIn, useSignInWithPasskey } from '../hooks/use-steps';
import { Providers } from '../providers';
import { Refusal } from '../refusal';
import styles from '../sign-in.module.css';

type Props = { next: string; onStep: (standing: Standing) => void };

/** The ways to begin: a password, a passkey, an account elsewhere. */
export function PasswordStep({ next, onStep }: Props) {
  const signIn = useSignIn();
  const passkey = useSignInWithPasskey();
  const config = useSignInConfig();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const error = signIn.error ?? passkey.error;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    passkey.reset();
    signIn.mutate({ email, password }, { onSuccess: onStep });
  }

  return (
    <>
      {error && (
        <Refusal
          error={error}
          wrong={
            passkey.error
              ? 'This passkey is not known here. Sign in another way.'
              : 'The e-mail address or the password is not right. Check both and try again.'
          }
        />
      )}
      <form className={styles.form} onSubmit={submit}>
        <TextInput
          label="E-mail"
          name="email"
          type="email"
          autoComplete="username webauthn"
          required
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <TextInput
          label="Password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" loading={signIn.isPending || signIn.data?.done === true}>
          Sign in
        </Button>
      </form>
      <div className={styles.other}>
        {config.data?.passkeys && passkeysWork() && (
          <Button
            variant="default"
            loading={passkey.isPending}
            onClick={() => {
              signIn.reset();
              passkey.mutate(undefined, { onSuccess: onStep });
            }}
          >
            Sign in with a passkey
          </Button>
        )}
        <Providers next={`/sign-in?next=${encodeURIComponent(next)}`} />
      </div>
      <p className={styles.aside}>
        <Link href="/forgot-password">Forgot the password?</Link>
        {config.data?.open && <Link href="/sign-up">Sign up</Link>}
      </p>
    </>
  );
}
