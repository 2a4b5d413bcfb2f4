import { useState, type FormEvent } from 'react';
import { Button } from '@/components/ui/button/button';
import { TextField } from '@/components/ui/text-field/text-field';
import { useSignUp } from '../hooks/use-steps';
import type { ApiError } from '@/lib/http/api-error';
import type { Invitation, Standing } from '@/lib/http/account/session';
import { Refusal } from '../parts/refusal';
import { words } from '../words';

type Props = {
  invitation?: Invitation | undefined;
  withProvider?: boolean;
  onStep: (standing: Standing) => void;
};

const FIELDS = ['name', 'organization', 'email', 'password'] as const;

/** What a new person says: their name, and an organization where nobody invited them to one. */
export function SignUpForm({ invitation, withProvider = false, onStep }: Props) {
  const signUp = useSignUp(withProvider);
  const [name, setName] = useState('');
  const [organization, setOrganization] = useState('');
  const [email, setEmail] = useState(invitation?.email ?? '');
  const [password, setPassword] = useState('');

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    signUp.mutate(
      {
        email,
        name,
        ...(invitation ? {} : { organization }),
        ...(withProvider ? {} : { password }),
      },
      { onSuccess: onStep },
    );
  }

  return (
    <>
      {signUp.error && <Refusal error={signUp.error} wrong={wrong(signUp.error)} />}
      <form className="sign-in-form" method="post" onSubmit={submit}>
        <TextField
          label={words.signUp.name}
          name="name"
          autoComplete="name"
          required
          maxLength={200}
          error={signUp.error?.about('name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {!invitation && (
          <TextField
            label={words.signUp.organization}
            name="organization"
            autoComplete="organization"
            required
            maxLength={200}
            error={signUp.error?.about('organization')}
            value={organization}
            onChange={(event) => setOrganization(event.currentTarget.value)}
          />
        )}
        <TextField
          label={words.signUp.email}
          name="email"
          type="email"
          autoComplete="username"
          required
          readOnly={invitation !== undefined}
          description={invitation && words.signUp.emailHint}
          error={signUp.error?.about('email')}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        {!withProvider && (
          <TextField
            label={words.signUp.password}
            name="password"
            type="password"
            autoComplete="new-password"
            required
            description={words.signUp.passwordHint}
            error={signUp.error?.about('password')}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        )}
        <Button type="submit" loading={signUp.isPending || signUp.data?.done === true}>
          {invitation ? words.signUp.join(invitation.organization) : words.signUp.button}
        </Button>
      </form>
    </>
  );
}

function wrong(error: ApiError): string {
  const named = FIELDS.some((field) => error.about(field) !== undefined);
  return named ? words.signUp.seeBelow : error.problem.detail;
}
