import { Link } from '@/components/ui/link/link';
import { Phrase } from '@/components/ui/phrase/phrase';
import { StateLabel } from '@/components/ui/state-mark/state-label';
import type { ContinuationOut, SubmissionOut } from '@/lib/api/model';
import { SUBMISSION_WORDS, submissionState } from '@/lib/words/catalogues/states/states';
import { standsStill, WaitNote } from '../../waiting/wait-note';
import { words } from '../words';
import styles from './cells.module.css';

/** How it stands, and why: what it went on as or waits for now comes before what went wrong last. */
export function StateCell({ item }: { item: SubmissionOut }) {
  const { wait, status } = item;
  const still = standsStill(wait) && status !== 'needs_attention';
  const state = still ? 'waiting' : submissionState(status);
  return (
    <>
      <StateLabel state={state} word={SUBMISSION_WORDS[state]} />
      <Why item={item} />
    </>
  );
}

function Why({ item: { wait, problem, resumed_as: again } }: { item: SubmissionOut }) {
  if (again)
    return (
      <span className={styles.why}>
        <WentOn as={again} />
      </span>
    );
  if (standsStill(wait))
    return (
      <span className={styles.why}>
        <WaitNote wait={wait} className={styles.there} />
        {wait.reason === 'backoff' && problem && <span className={styles.last}>{problem}</span>}
      </span>
    );
  return (
    problem && (
      <span className={styles.why} dir="auto" title={problem}>
        {problem}
      </span>
    )
  );
}

function WentOn({ as: { id, reference, status } }: { as: ContinuationOut }) {
  const link = (
    <Link className={styles.there} href={`/submissions/${id}`}>
      {reference}
    </Link>
  );
  return (
    <Phrase
      text={words.wentOn}
      parts={{ reference: link, state: SUBMISSION_WORDS[submissionState(status)] }}
    />
  );
}
