import type { EventOut, StepRunOut } from '@/lib/api/model';
import { words } from '../words';
import { Attempt } from './attempt';
import styles from './attempts.module.css';

type Props = { step: StepRunOut; events: readonly EventOut[] };

/** Every try of a step, newest first: what was sent, what came back, what was decided. */
export function Attempts({ step, events }: Props) {
  if (step.attempts.length === 0) return null;
  const newestFirst = [...step.attempts].sort((one, other) => other.number - one.number);
  return (
    <ul className={styles.attempts} aria-label={words.attempts.of(step.title)}>
      {newestFirst.map((attempt, index) => (
        <li key={attempt.number}>
          <Attempt attempt={attempt} before={newestFirst[index + 1]} step={step} events={events} />
        </li>
      ))}
    </ul>
  );
}
