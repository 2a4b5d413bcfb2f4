import { useEffect, useState } from 'react';
import { AWAKE } from '@/lib/early/keep';
import { START } from '@/lib/config/start';
import { useSignOut } from '@/lib/hooks/person/use-session';
import type { Standing } from '@/lib/http/account/session';
import { useStanding } from './hooks/use-standing';
import { FactorStep } from './steps/factor-step';
import { PasswordStep } from './steps/password-step';
import { safeNext } from './safe-next';
import { SignUpForm } from './sign-up/sign-up-form';
import { PageHead } from './parts/head';
import { words } from './words';

type Props = { search: string | null; leave: (path: string) => void };

/** Signing in, step after step, from wherever this browser stands. `leave` goes on to a path. */
export function SignIn({ search, leave }: Props) {
  const arrived = useStanding();
  const signOut = useSignOut();
  const [taken, setTaken] = useState<Standing | null>(null);
  const asked = new URLSearchParams(search ?? '');
  const next = safeNext(asked.get('next')) ?? START;

  const standing = taken ?? arrived.data;
  const waiting = standing?.waiting ?? null;

  useEffect(() => {
    if (standing?.done) leave(next);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when it is done
  }, [standing?.done]);

  useEffect(() => {
    if (search !== null) document.documentElement.setAttribute(AWAKE, '');
  }, [search]);

  const restart = () =>
    signOut.mutate(undefined, { onSuccess: () => setTaken({ done: false, waiting: null }) });

  return (
    <>
      {waiting?.id === 'mfa_authenticate' ? (
        <>
          <PageHead title={words.factor.title} lead={words.factor.lead} />
          <FactorStep types={waiting.types ?? []} onStep={setTaken} onRestart={restart} />
        </>
      ) : waiting?.id === 'verify_email' ? (
        <PageHead title={words.verify.title} lead={words.verify.sent} />
      ) : waiting?.id === 'provider_signup' ? (
        <>
          <PageHead title={words.providers.organization} lead={words.providers.organizationLead} />
          <SignUpForm withProvider onStep={setTaken} />
        </>
      ) : (
        <>
          <PageHead title={words.signIn.title} lead={words.signIn.lead} />
          <ProviderError code={asked.get('error')} />
          <PasswordStep next={next} ready={search !== null} onStep={setTaken} />
        </>
      )}
    </>
  );
}

function ProviderError({ code }: { code: string | null }) {
  if (code === null) return null;
  return (
    <p className="sign-in-refusal" role="alert">
      {words.providers.errors[code] ?? words.providers.failed}
    </p>
  );
}
