import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link/link';
import { Phrase } from '@/components/ui/phrase/phrase';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import { StateLabel } from '@/components/ui/state-mark/state-label';
import type { SubmissionDetailOut } from '@/lib/api/model';
import { SUBMISSION_WORDS } from '@/lib/words/catalogues/states/states';
import { OperatorActions } from './actions/operator-actions';
import { partly } from './partly';
import { stateOf } from './state-of';
import { words as all } from './words';
import styles from './detail-head.module.css';

type Props = { submission: SubmissionDetailOut; correcting: boolean; onCorrect: () => void };

/** Which submission this is, how it stands, and where its sender sees it. */
export function DetailHead({ submission, correcting, onCorrect }: Props) {
  const words = all.page;
  const state = stateOf(submission);
  const summary = partly(submission);
  return (
    <header className={styles.head}>
      {submission.title !== submission.reference && (
        <p className={styles.reference}>{submission.reference}</p>
      )}
      <h1 className={styles.title} dir="auto">
        {submission.title}
      </h1>
      {summary && <p className={styles.summary}>{summary}</p>}
      {submission.problem && !submission.wait && (
        <p className={styles.problem}>{submission.problem}</p>
      )}
      {submission.erased_at && (
        <p className={styles.problem}>
          <Phrase
            text={words.erased}
            parts={{ when: <RelativeTime value={submission.erased_at} /> }}
          />
        </p>
      )}
      <dl className={styles.facts}>
        <Fact term={words.state}>
          <StateLabel state={state} word={SUBMISSION_WORDS[state]} />
        </Fact>
        <Fact term={words.workflow}>
          <Link href={`/workflows/${submission.workflow.slug}`}>
            {words.version(submission.workflow.name, submission.version)}
          </Link>
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
      <OperatorActions submission={submission} correcting={correcting} onCorrect={onCorrect} />
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
