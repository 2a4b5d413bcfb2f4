import type { ReactNode } from 'react';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import { StateLabel } from '@/components/ui/state-mark/state-label';
import type { SubmissionDetailOut } from '@/lib/api/model';
import { SUBMISSION_WORDS, submissionState } from '@/lib/words/states';
import { words as all } from '../words';
import { OperatorActions } from './actions/operator-actions';
import styles from './detail-head.module.css';

const words = all.detail;

/** Which submission this is, how it stands, and where its sender sees it. */
export function DetailHead({ submission }: { submission: SubmissionDetailOut }) {
  const state = submissionState(submission.status);
  return (
    <header className={styles.head}>
      <p className={styles.reference}>{submission.reference}</p>
      <h1>{submission.title}</h1>
      {submission.problem && <p className={styles.problem}>{submission.problem}</p>}
      <dl className={styles.facts}>
        <Fact term={words.state}>
          <StateLabel state={state} word={SUBMISSION_WORDS[state]} />
        </Fact>
        <Fact term={words.workflow}>
          {words.version(submission.workflow.name, submission.version)}
        </Fact>
        <Fact term={words.source}>{all.sources[submission.source]}</Fact>
        <Fact term={words.received}>
          <RelativeTime value={submission.created_at} />
        </Fact>
        {submission.finished_at && (
          <Fact term={words.finished}>
            <RelativeTime value={submission.finished_at} />
          </Fact>
        )}
        <Fact term={words.sendersPage}>
          <a href={submission.tracking_url}>{words.openTracking}</a>
        </Fact>
        <Fact term={words.taskId}>
          <code className={styles.id}>{submission.id}</code>
        </Fact>
      </dl>
      <OperatorActions submission={submission} />
    </header>
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
