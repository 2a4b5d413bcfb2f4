import dynamic from 'next/dynamic';
import { useState, type ReactNode } from 'react';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import { StateLabel } from '@/components/ui/state-mark/state-label';
import type { AttemptOut, EventOut, StepRunOut } from '@/lib/api/model';
import { duration } from '@/lib/words/amounts/time';
import { words as all } from '../words';
import { OUTCOME_STATES, decisionOf, errorWords, statusOf } from './outcomes';
import unfolds from '@/components/ui/unfolds/unfolds.module.css';
import styles from './attempts.module.css';

const Exchange = dynamic(() => import('./exchange').then((module) => module.Exchange), {
  ssr: false,
});

type Props = {
  attempt: AttemptOut;
  before: AttemptOut | undefined;
  step: StepRunOut;
  events: readonly EventOut[];
};

/** One try; what was sent and answered is drawn when it is opened. */
export function Attempt({ attempt, before, step, events }: Props) {
  const words = all.attempts;
  const [opened, setOpened] = useState(false);
  const state = OUTCOME_STATES[attempt.outcome];
  const status = statusOf(attempt);
  const decision = decisionOf(attempt, step, events);
  return (
    <details
      className={`${unfolds.unfolds} ${styles.attempt}`}
      onToggle={(event) => setOpened(event.currentTarget.open)}
    >
      <summary>
        <span className={styles.number}>{words.number(attempt.number)}</span>
        <StateLabel state={state} word={words.outcomes[attempt.outcome] ?? attempt.outcome} />
        <span className={styles.when}>
          {status !== null && <span className={styles.figure}>{status}</span>}
          {attempt.duration_ms !== null && (
            <span className={styles.figure}>{duration(attempt.duration_ms)}</span>
          )}
          <RelativeTime value={attempt.started_at} />
        </span>
      </summary>
      <div className={styles.inside}>
        {attempt.error_kind && <p>{errorWords(attempt.error_kind)}</p>}
        {attempt.message && <p className={styles.message}>{attempt.message}</p>}
        <dl className={styles.facts}>
          {decision && <Fact term={words.decided}>{decision}</Fact>}
          {status !== null && <Fact term={words.answered}>{words.status(status)}</Fact>}
          {attempt.duration_ms !== null && (
            <Fact term={words.took}>{duration(attempt.duration_ms)}</Fact>
          )}
          <Fact term={words.action}>
            <code>{`${step.connector} ${step.action}`}</code>
          </Fact>
          {step.effect === 'keyed' && (
            <Fact term={words.key}>
              <code>{step.id}</code> {words.keyWhy}
            </Fact>
          )}
        </dl>
        {opened && <Exchange attempt={attempt} before={before} />}
      </div>
    </details>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
