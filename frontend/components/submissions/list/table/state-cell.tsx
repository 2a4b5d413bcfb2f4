import { StateLabel } from '@/components/ui/state-mark/state-label';
import type { SubmissionOut } from '@/lib/api/model';
import { SUBMISSION_WORDS, submissionState } from '@/lib/words/catalogues/states/states';
import { standsStill, WaitNote } from '../../waiting/wait-note';
import styles from './cells.module.css';

/** How it stands, and why: what it waits for now comes before what went wrong last. */
export function StateCell({ item }: { item: SubmissionOut }) {
  const { wait, problem, status } = item;
  const still = standsStill(wait);
  const state = still && status !== 'needs_attention' ? 'waiting' : submissionState(status);
  return (
    <>
      <StateLabel state={state} word={SUBMISSION_WORDS[state]} />
      {still ? (
        <span className={styles.why}>
          <WaitNote wait={wait} className={styles.there} />
          {wait.reason === 'backoff' && problem && <span className={styles.last}>{problem}</span>}
        </span>
      ) : (
        problem && (
          <span className={styles.why} dir="auto" title={problem}>
            {problem}
          </span>
        )
      )}
    </>
  );
}
