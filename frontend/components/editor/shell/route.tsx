import { memo } from 'react';
import { useDraftShallow, useFaults, useSelection } from '../store/context';
import { QuestionStops } from '../form/question-stops';
import { StepStops } from '../steps/step-stops';
import { words as all } from '../words';
import styles from './route.module.css';

/** The way of a submission, from its form over each step: choose here what to edit. */
export const Route = memo(function Route() {
  const words = all.route;
  const [at, select] = useSelection();
  const count = useDraftShallow(({ form }) => Object.keys(form.fields).length);
  const faults = useFaults('form').length;
  return (
    <nav className={styles.route} aria-label={words.label}>
      <button
        type="button"
        className={styles.part}
        aria-current={at === 'workflow' || undefined}
        onClick={() => select('workflow')}
      >
        {words.workflow}
      </button>
      <button
        type="button"
        className={styles.part}
        aria-current={at === 'form' || undefined}
        onClick={() => select('form')}
      >
        <span>{words.form}</span>
        <span className={styles.quiet}>{words.formText(count)}</span>
        {faults > 0 && <span className={styles.fault}>{words.faults(faults)}</span>}
      </button>
      <div className={styles.questions}>
        <QuestionStops />
      </div>
      <StepStops />
    </nav>
  );
});
