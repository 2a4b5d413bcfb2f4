import type { FormEvent } from 'react';
import { Button } from '@/components/ui/button/button';
import { TextField } from '@/components/ui/text-field/text-field';
import { useSignInConfig } from '@/lib/hooks/person/use-session';
import { passkeysWork } from '@/lib/http/account/passkeys';
import type { Standing } from '@/lib/http/account/session';
import { useSignIn, useSignInWithPasskey } from '../hooks/use-steps';
import { Refusal } from '../parts/refusal';
import { words } from '../words';

type Props = { email: string; onStep: (standing: Standing) => void };

/** The password of the person whose page this is, or their passkey. */
export function PasswordAgain({ email, onStep }: Props) {
  const signIn = useSignIn();
  const passkey = useSignInWithPasskey();
  const config = useSignInConfig();
  const error = signIn.error ?? passkey.error;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { elements } = event.currentTarget;
    const password = (elements.namedItem('password') as HTMLInputElement).value;
    passkey.reset();
    signIn.mutate({ email, password }, { onSuccess: onStep });
  }

  return (
    <>
      {error && (
        <Refusal
          error={error}
          wrong={passkey.error ? words.signIn.wrongPasskey : words.signIn.wrong}
        />
      )}
      <form className="sign-in-form" onSubmit={submit}>
        <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
        <TextField
          label={words.signIn.password}
          name="password"
          type="password"
          autoComplete="current-password"
          required
          data-first
        />
        <Button type="submit" loading={signIn.isPending}>
          {words.signIn.button}
        </Button>
      </form>
      {config.data?.passkeys && passkeysWork() && (
        <Button
          quiet
          loading={passkey.isPending}
          onClick={() => {
            signIn.reset();
            passkey.mutate(undefined, { onSuccess: onStep });
          }}
        >
          {words.signIn.passkey}
        </Button>
      )}
    </>
  );
}
