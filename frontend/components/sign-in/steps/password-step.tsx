import type { FormEvent } from 'react';
import { Button } from '@/components/ui/button/button';
import { TextField } from '@/components/ui/text-field/text-field';
import { useSignInConfig } from '@/lib/hooks/person/use-session';
import { passkeysWork } from '@/lib/http/account/passkeys';
import type { Standing } from '@/lib/http/account/session';
import { useSignIn, useSignInWithPasskey } from '../hooks/use-steps';
import { Aside, OtherWays } from '../parts/head';
import { Refusal } from '../parts/refusal';
import { words } from '../words';
import { Providers } from './providers';

const FORGOT_PASSWORD = '/forgot-password';
const SIGN_UP = '/sign-up';

type Props = {
  next: string;
  /** False as long as the page has no script that could send what is typed. */
  ready: boolean;
  onStep: (standing: Standing) => void;
};

/** The ways to begin: a password, a passkey, an account elsewhere. */
export function PasswordStep({ next, ready, onStep }: Props) {
  const signIn = useSignIn();
  const passkey = useSignInWithPasskey();
  const config = useSignInConfig();
  const error = signIn.error ?? passkey.error;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    // What was typed or filled in before the script was there counts, so React holds no copy.
    const { elements } = event.currentTarget;
    const text = (name: string) => (elements.namedItem(name) as HTMLInputElement).value;
    passkey.reset();
    signIn.mutate({ email: text('email'), password: text('password') }, { onSuccess: onStep });
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
        <TextField
          label={words.signIn.email}
          name="email"
          type="email"
          autoComplete="username webauthn"
          required
        />
        <TextField
          label={words.signIn.password}
          name="password"
          type="password"
          autoComplete="current-password"
          required
        />
        <Button
          type={ready ? 'submit' : 'button'}
          loading={signIn.isPending || signIn.data?.done === true}
        >
          {words.signIn.button}
        </Button>
      </form>
      <OtherWays>
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
        <Providers next={`/sign-in?next=${encodeURIComponent(next)}`} />
      </OtherWays>
      <Aside>
        <a href={FORGOT_PASSWORD}>{words.signIn.forgot}</a>
        {config.data?.open && <a href={SIGN_UP}>{words.signIn.signUp}</a>}
      </Aside>
    </>
  );
}
