import type { ReactNode } from 'react';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import { StateLabel } from '@/components/ui/state-mark/state-label';
import type { SubmissionDetailOut } from '@/lib/api/model';
import { SUBMISSION_WORDS, submissionState } from '@/lib/words/states';
import { OperatorActions } from './operator-actions';
import styles from './detail.module.css';

/** Which submission this is, how it stands, and where its sender sees it. */
export function DetailHead({ submission }: { submission: SubmissionDetailOut }) {
  const state = submissionState(submission.status);
  const source = submission.source === 'api' ? 'API' : 'Form';
  return (
    <header className={styles.head}>
      <p className={styles.reference}>{submission.reference}</p>
      <h1>{submission.title}</h1>
      {submission.problem && <p className={styles.problem}>{submission.problem}</p>}
      <dl className={styles.facts}>
        <Fact term="State">
          <StateLabel state={state} word={SUBMISSION_WORDS[state]} />
        </Fact>
        <Fact term="Workflow">
          {submission.workflow.name}, version {submission.version}
        </Fact>
        <Fact term="Source">{source}</Fact>
        <Fact term="Received">
          <RelativeTime value={submission.created_at} />
        </Fact>
        {submission.finished_at && (
          <Fact term="Finished">
            <RelativeTime value={submission.finished_at} />
          </Fact>
        )}
        <Fact term="Sender’s page">
          <a href={submission.tracking_url}>Open tracking</a>
        </Fact>
        <Fact term="Task id">
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
