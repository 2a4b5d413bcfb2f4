import { Payload } from '@/components/ui/payload/payload';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import { StateLabel } from '@/components/ui/state-mark/state-label';
import type { AttemptOut, StepRunOut } from '@/lib/api/model';
import { duration } from '@/lib/words/time';
import { OUTCOME_STATES, errorWords } from './outcomes';
import { words as all } from '../../words';
import styles from './attempts.module.css';

const words = all.attempts;

/** Every try of a step, newest first: what was sent, what came back, how long it took. */
export function Attempts({ step }: { step: StepRunOut }) {
  if (step.attempts.length === 0) return null;
  const newestFirst = [...step.attempts].sort((one, other) => other.number - one.number);
  return (
    <ul className={styles.attempts} aria-label={words.of(step.title)}>
      {newestFirst.map((attempt) => (
        <li key={attempt.number}>
          <Attempt attempt={attempt} action={`${step.connector} ${step.action}`} />
        </li>
      ))}
    </ul>
  );
}

function Attempt({ attempt, action }: { attempt: AttemptOut; action: string }) {
  const state = OUTCOME_STATES[attempt.outcome];
  const word = words.outcomes[attempt.outcome];
  return (
    <details className={styles.attempt}>
      <summary>
        <span className={styles.number}>{words.number(attempt.number)}</span>
        <StateLabel state={state} word={word} />
        <span className={styles.when}>
          {attempt.duration_ms !== null && (
            <span className={styles.took}>{duration(attempt.duration_ms)}</span>
          )}
          <RelativeTime value={attempt.started_at} />
        </span>
      </summary>
      <div className={styles.exchange}>
        {attempt.error_kind && <p className={styles.kind}>{errorWords(attempt.error_kind)}</p>}
        {attempt.message && <p>{attempt.message}</p>}
        <p className={styles.action}>
          <code>{action}</code>
        </p>
        <div className={styles.sides}>
          <Side title={words.request} value={attempt.request} missing={words.nothingSent} />
          <Side title={words.response} value={attempt.response} missing={words.nothingBack} />
        </div>
      </div>
    </details>
  );
}

function Side({ title, value, missing }: { title: string; value: unknown; missing: string }) {
  return (
    <div className={styles.side}>
      <h4>{title}</h4>
      {value === null ? <p>{missing}</p> : <Payload value={value} label={title} />}
    </div>
  );
}
