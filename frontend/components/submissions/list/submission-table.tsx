import Link from 'next/link';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import { StateLabel } from '@/components/ui/state-mark/state-label';
import type { Column } from '@/components/ui/table/column';
import { Table } from '@/components/ui/table/table';
import { TableSkeleton } from '@/components/ui/table/table-skeleton';
import type { SubmissionOut } from '@/lib/api/model';
import { SUBMISSION_WORDS, submissionState } from '@/lib/words/states';
import { words } from '../words';
import styles from './submission-table.module.css';

const { columns: HEADS, loading, steps, stepsUnit } = words.list;

const COLUMNS: Column<SubmissionOut>[] = [
  {
    key: 'reference',
    head: HEADS.reference,
    cell: ({ id, reference }) => (
      <Link href={`/submissions/${id}`}>
        <code>{reference}</code>
      </Link>
    ),
    className: styles.reference,
    bone: { width: '9rem' },
  },
  {
    key: 'about',
    head: HEADS.about,
    cell: ({ title, workflow }) => (
      <>
        <span className={styles.title}>{title}</span>
        <span className={styles.workflow}>{workflow.name}</span>
      </>
    ),
    className: styles.about,
    bone: { width: '11rem' },
  },
  {
    key: 'state',
    head: HEADS.state,
    cell: (item) => <State item={item} />,
    className: styles.state,
    bone: { width: '6rem' },
  },
  {
    key: 'steps',
    head: HEADS.steps,
    cell: ({ steps_done: done, steps_total: total }) => (
      <>
        {steps(done, total)}
        <span className={styles.unit}>{stepsUnit}</span>
      </>
    ),
    className: styles.steps,
    bone: { width: '3rem' },
  },
  {
    key: 'source',
    head: HEADS.source,
    cell: ({ source }) => words.sources[source],
    className: styles.source,
    bone: { width: '3rem' },
  },
  {
    key: 'received',
    head: HEADS.received,
    cell: ({ created_at: at }) => <RelativeTime value={at} />,
    className: styles.received,
    bone: { width: '7rem' },
  },
];

const LOOK = {
  columns: COLUMNS,
  cards: 'phone',
  highlight: true,
  className: styles.table,
  rowClassName: styles.row,
} as const;

/** The reference is the way into a submission. */
export function SubmissionTable({ items, stale }: { items: SubmissionOut[]; stale: boolean }) {
  return <Table {...LOOK} rows={items} rowKey={({ id }) => id} busy={stale} />;
}

export function SubmissionSkeleton() {
  return <TableSkeleton {...LOOK} label={loading} rows={8} />;
}

function State({ item }: { item: SubmissionOut }) {
  const state = submissionState(item.status);
  return (
    <>
      <StateLabel state={state} word={SUBMISSION_WORDS[state]} />
      {item.problem && <span className={styles.problem}>{item.problem}</span>}
    </>
  );
}
