import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/router';
import { useEffect, useState } from 'react';
import { Sheet, SheetPart } from '@/components/ui/sheet/sheet';
import { useSignOut } from '@/lib/hooks/use-session';
import type { Standing } from '@/lib/http/session';
import { useStanding } from './hooks/use-standing';
import { FactorStep } from './steps/factor-step';
import { PasswordStep } from './steps/password-step';
import { safeNext } from './safe-next';
import { SignUpForm } from './sign-up/sign-up-form';
import styles from './sign-in.module.css';

const START = '/submissions';

const PROVIDER_ERRORS: Record<string, string> = {
  signup_closed: 'Nobody here has this account. Ask for an invitation to its e-mail address.',
  cancelled: 'You went back before you were signed in.',
};

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
    <div className={styles.narrow}>
      <Sheet>
        <SheetPart>
          {waiting?.id === 'mfa_authenticate' ? (
            <>
              <h1>One more step</h1>
              <p className={styles.lead}>Show that it is really you.</p>
              <FactorStep types={waiting.types ?? []} onStep={setTaken} onRestart={restart} />
            </>
          ) : waiting?.id === 'verify_email' ? (
            <>
              <h1>Confirm your address</h1>
              <p className={styles.lead}>
                A mail with a link is on its way to you. Open it in this browser, and you are in.
              </p>
            </>
          ) : waiting?.id === 'provider_signup' ? (
            <>
              <h1>Your organization</h1>
              <p className={styles.lead}>You are new here. What shall it be called?</p>
              <SignUpForm withProvider onStep={setTaken} />
            </>
          ) : (
            <>
              <h1>Sign in</h1>
              <p className={styles.lead}>For the people who look after the deliveries.</p>
              <ProviderError code={router.query.error} />
              <PasswordStep next={next} onStep={setTaken} />
            </>
          )}
        </SheetPart>
      </Sheet>
    </div>
  );
}

function ProviderError({ code }: { code: string | string[] | undefined }) {
  if (typeof code !== 'string') return null;
  return (
    <p className={styles.refusal} role="alert">
      {PROVIDER_ERRORS[code] ?? 'The sign-in with this provider did not work. Try another way.'}
    </p>
  );
}
