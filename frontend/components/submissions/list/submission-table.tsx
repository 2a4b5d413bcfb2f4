import Link from 'next/link';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import { StateLabel } from '@/components/ui/state-mark/state-label';
import type { SubmissionOut } from '@/lib/api/model';
import { SUBMISSION_WORDS, submissionState } from '@/lib/words/states';
import styles from './list.module.css';

/** Rows at a desk, cards on a phone; the reference is the way into a submission. */
export function SubmissionTable({ items, stale }: { items: SubmissionOut[]; stale: boolean }) {
  return (
    <table className={styles.table} aria-busy={stale}>
      <thead>
        <tr>
          <th scope="col">Reference</th>
          <th scope="col">About</th>
          <th scope="col">State</th>
          <th scope="col">Steps</th>
          <th scope="col">Source</th>
          <th scope="col">Received</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row key={item.id} item={item} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ item }: { item: SubmissionOut }) {
  const state = submissionState(item.status);
  return (
    <tr className={styles.row}>
      <td className={styles.reference}>
        <Link href={`/submissions/${item.id}`}>
          <code>{item.reference}</code>
        </Link>
      </td>
      <td className={styles.about}>
        <span className={styles.title}>{item.title}</span>
        <span className={styles.workflow}>{item.workflow.name}</span>
      </td>
      <td className={styles.state}>
        <StateLabel state={state} word={SUBMISSION_WORDS[state]} />
        {item.problem && <span className={styles.problem}>{item.problem}</span>}
      </td>
      <td className={styles.steps}>
        {item.steps_done} of {item.steps_total}
      </td>
      <td className={styles.source}>{item.source === 'api' ? 'API' : 'Form'}</td>
      <td className={styles.received}>
        <RelativeTime value={item.created_at} />
      </td>
    </tr>
  );
}
