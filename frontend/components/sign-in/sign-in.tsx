import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/router';
import { useEffect, useState } from 'react';
import { useSignOut } from '@/lib/hooks/use-session';
import type { Standing } from '@/lib/http/session';
import { useStanding } from './hooks/use-standing';
import { FactorStep } from './steps/factor-step';
import { PasswordStep } from './steps/password-step';
import { safeNext } from './safe-next';
import { SignUpForm } from './sign-up/sign-up-form';
import { Page, PageHead } from './parts/page';
import refusal from './parts/refusal.module.css';
import { words } from './words';

const START = '/submissions';

/** Signing in, step after step, from wherever this browser stands. */
export function SignIn() {
  const router = useRouter();
  const client = useQueryClient();
  const arrived = useStanding();
  const signOut = useSignOut();
  const [taken, setTaken] = useState<Standing | null>(null);
  const next = safeNext(router.query.next) ?? START;
  const standing = taken ?? arrived.data;
  const waiting = standing?.waiting ?? null;

  useEffect(() => {
    if (!standing?.done) return;
    client.clear();
    void router.replace(next);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when it is done
  }, [standing?.done]);

  const restart = () =>
    signOut.mutate(undefined, { onSuccess: () => setTaken({ done: false, waiting: null }) });

  return (
    <Page>
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
          <ProviderError code={router.query.error} />
          <PasswordStep next={next} onStep={setTaken} />
        </>
      )}
    </Page>
  );
}

function ProviderError({ code }: { code: string | string[] | undefined }) {
  if (typeof code !== 'string') return null;
  return (
    <p className={refusal.refusal} role="alert">
      {words.providers.errors[code] ?? words.providers.failed}
    </p>
  );
}
