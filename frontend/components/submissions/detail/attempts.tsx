import { Payload } from '@/components/ui/payload/payload';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import { StateLabel } from '@/components/ui/state-mark/state-label';
import type { AttemptOut, StepRunOut } from '@/lib/api/model';
import { duration } from '@/lib/words/time';
import { OUTCOMES, errorWords } from './outcomes';
import styles from './detail.module.css';

/** Every try of a step, newest first: what was sent, what came back, how long it took. */
export function Attempts({ step }: { step: StepRunOut }) {
  if (step.attempts.length === 0) return null;
  const newestFirst = [...step.attempts].sort((one, other) => other.number - one.number);
  return (
    <ul className={styles.attempts} aria-label={`Attempts of ${step.title}`}>
      {newestFirst.map((attempt) => (
        <li key={attempt.number}>
          <Attempt attempt={attempt} action={`${step.connector} ${step.action}`} />
        </li>
      ))}
    </ul>
  );
}

function Attempt({ attempt, action }: { attempt: AttemptOut; action: string }) {
  const { state, word } = OUTCOMES[attempt.outcome];
  return (
    <details className={styles.attempt}>
      <summary>
        <span className={styles.number}>Attempt {attempt.number}</span>
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
          <Side title="Request" value={attempt.request} missing="Nothing was sent." />
          <Side title="Response" value={attempt.response} missing="Nothing came back." />
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
