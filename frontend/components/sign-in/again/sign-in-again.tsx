import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '@/components/ui/dialog/dialog';
import { Phrase } from '@/components/ui/phrase/phrase';
import { makeQueryClient } from '@/lib/config/query';
import type { Standing } from '@/lib/http/account/session';
import { words } from '../words';
import { FactorStep } from '../steps/factor-step';
import { useComeBack } from './use-come-back';
import { PasswordAgain } from './password-again';
import styles from './sign-in-again.module.css';

type Props = {
  email: string;
  /** The id of the one that the page was drawn for. */
  organization: string;
  onEnd: (signedIn: boolean) => void;
};

/** Asks above the page for a new session, and leaves the page as it is. */
export function SignInAgain(props: Props) {
  // Its own: what a sign-in forgets is not what the page behind it shows.
  const [client] = useState(makeQueryClient);
  return (
    <Dialog title={words.again.title} onClose={() => props.onEnd(false)}>
      <QueryClientProvider client={client}>
        <Steps {...props} />
      </QueryClientProvider>
    </Dialog>
  );
}

function Steps({ email, organization, onEnd }: Props) {
  const [standing, setStanding] = useState<Standing | null>(null);
  const comeBack = useComeBack({ email, organization, onBack: () => onEnd(true) });
  const step = (next: Standing) => {
    setStanding(next);
    if (next.done) comeBack.mutate();
  };

  if (comeBack.data?.other) {
    return (
      <div className={styles.steps} role="alert">
        <p>{words.again.other(comeBack.data.other)}</p>
        <p>
          <a href="">{words.again.reload}</a>
        </p>
      </div>
    );
  }
  return (
    <div className={styles.steps}>
      <p>{words.again.lead}</p>
      <p className={styles.who}>
        <Phrase text={words.again.as} parts={{ email: <strong>{email}</strong> }} />
      </p>
      {standing?.waiting?.id === 'mfa_authenticate' ? (
        <FactorStep
          types={standing.waiting.types ?? []}
          onStep={step}
          onRestart={() => setStanding(null)}
        />
      ) : (
        <PasswordAgain email={email} onStep={step} />
      )}
      <p>
        <a href="/sign-in" target="_blank" rel="noreferrer">
          {words.again.elsewhere}
        </a>
      </p>
      <button
        type="button"
        className="sign-in-link"
        disabled={comeBack.isPending}
        onClick={() => comeBack.mutate()}
      >
        {words.again.goOn}
      </button>
      <p role="status">{comeBack.data?.nobody && !standing ? words.again.notYet : ''}</p>
      {comeBack.error && <p role="alert">{words.again.failed}</p>}
    </div>
  );
}
