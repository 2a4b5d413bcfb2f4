import { Button, TextInput } from '@mantine/core';
import { useRouter } from 'next/router';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Sheet, SheetPart } from '@/components/ui/sheet/sheet';
import type { ApiError } from '@/lib/http/api-error';
import { useSignIn } from '@/lib/hooks/use-session';
import { safeNext } from './safe-next';
import styles from './sign-in.module.css';

const START = '/submissions';

export function SignIn() {
  const router = useRouter();
  const signIn = useSignIn();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    signIn.mutate(
      { email, password },
      { onSuccess: () => void router.replace(safeNext(router.query.next) ?? START) },
    );
  }

  return (
    <div className={styles.narrow}>
      <Sheet>
        <SheetPart>
          <h1>Sign in</h1>
          <p className={styles.lead}>For the people who look after the deliveries.</p>
          {signIn.error && <Refusal error={signIn.error} />}
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
            <TextInput
              label="Password"
              name="password"
              type="password"
              autoComplete="current-password"
              required
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <Button type="submit" loading={signIn.isPending || signIn.isSuccess}>
              Sign in
            </Button>
          </form>
        </SheetPart>
      </Sheet>
    </div>
  );
}

/** Takes the focus, so that it is read out and the keyboard is near the fields. */
function Refusal({ error }: { error: ApiError }) {
  const box = useRef<HTMLParagraphElement>(null);
  useEffect(() => box.current?.focus(), [error]);
  return (
    <p ref={box} className={styles.refusal} role="alert" tabIndex={-1}>
      {reason(error)}
    </p>
  );
}

function reason(error: ApiError): string {
  if (error.status === 429 || error.problem.code === 'too_many_login_attempts')
    return 'Too many tries. Wait a few minutes, then try again.';
  if (error.status === 400 || error.status === 401)
    return 'The e-mail address or the password is not right. Check both and try again.';
  return error.problem.detail;
}
