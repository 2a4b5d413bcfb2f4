import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { useMe } from '@/lib/hooks/person/use-me';
import { whenSignedOut } from '@/lib/http/signed-out';
import { afterTyping } from './after-typing';

const SignInAgain = dynamic(() => import('./sign-in-again').then((module) => module.SignInAgain), {
  ssr: false,
});

type Wait = { answer: (signedIn: boolean) => void };

/** Has whoever was signed in do so again in place, when their session ends while they work. */
export function SessionKeeper() {
  const me = useMe();
  const [wait, setWait] = useState<Wait | null>(null);
  const email = me.data?.email;
  const organization = me.data?.organization.id;

  useEffect(() => {
    if (!email) return;
    let giveUp: Wait['answer'] = () => undefined;
    let stop: () => void = () => undefined;
    whenSignedOut(
      () =>
        new Promise((answer) => {
          giveUp = answer;
          stop = afterTyping(() => setWait({ answer }));
        }),
    );
    return () => {
      whenSignedOut(null);
      stop();
      giveUp(false);
    };
  }, [email]);

  if (!wait || !email || !organization) return null;
  const end = (signedIn: boolean) => {
    setWait(null);
    wait.answer(signedIn);
  };
  return <SignInAgain email={email} organization={organization} onEnd={end} />;
}
