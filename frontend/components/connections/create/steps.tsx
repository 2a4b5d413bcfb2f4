import { words as all } from '../words';
import styles from './steps.module.css';

const STEPS = ['system', 'settings', 'test', 'done'] as const;

export type Step = (typeof STEPS)[number];

/** Where one is on the way. */
export function Steps({ now }: { now: Step }) {
  const words = all.create;
  const at = STEPS.indexOf(now);
  return (
    <ol className={styles.steps} aria-label={words.progress}>
      {STEPS.map((step, index) => (
        <li
          key={step}
          data-past={index < at || undefined}
          aria-current={index === at ? 'step' : undefined}
        >
          <span aria-hidden="true">{index + 1}</span>
          {words.steps[step]}
        </li>
      ))}
    </ol>
  );
}
