import { Link } from '@/components/ui/link/link';
import { StateLabel } from '@/components/ui/state-mark/state-label';
import type { Column } from '@/components/ui/table/column';
import type { BulkItemOut, ItemOutcome } from '@/lib/api/model';
import { SUBMISSION_WORDS, submissionState } from '@/lib/words/catalogues/states/states';
import { words } from '../words';
import styles from './outcome-columns.module.css';

/** What is told of submissions with this outcome. */
export function columnsOf(outcome: ItemOutcome): Column<BulkItemOut>[] {
  const heads = words.outcomes.columns;
  return [
    {
      key: 'reference',
      head: heads.reference,
      names: true,
      className: styles.reference,
      cell: ({ submission_id: id, reference }) =>
        reference === null ? (
          words.outcomes.gone
        ) : (
          <Link href={`/submissions/${id}`}>
            <code>{reference}</code>
          </Link>
        ),
    },
    {
      key: 'about',
      head: heads.about,
      className: styles.about,
      cell: ({ subject }) => subject || words.outcomes.nameless,
    },
    {
      key: 'state',
      head: heads.state,
      cell: ({ status }) => (status === null ? words.outcomes.nameless : <State status={status} />),
    },
    ...(outcome === 'refused' ? [reasonColumn()] : []),
    ...(outcome === 'done' ? [againColumn()] : []),
  ];
}

function reasonColumn(): Column<BulkItemOut> {
  return {
    key: 'reason',
    head: words.outcomes.columns.reason,
    className: styles.reason,
    bone: { width: '16rem' },
    cell: ({ reason }) => reason,
  };
}

function againColumn(): Column<BulkItemOut> {
  return {
    key: 'as',
    head: words.outcomes.columns.as,
    labelled: true,
    cell: ({ resumed_as: id, resumed_as_reference: reference }) =>
      id === null || reference === null ? (
        words.outcomes.nameless
      ) : (
        <Link href={`/submissions/${id}`}>
          <code>{reference}</code>
        </Link>
      ),
  };
}

function State({ status }: { status: NonNullable<BulkItemOut['status']> }) {
  const state = submissionState(status);
  return <StateLabel state={state} word={SUBMISSION_WORDS[state]} />;
}
