import { Link } from '@/components/ui/link/link';
import { Phrase } from '@/components/ui/phrase/phrase';
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
      cell: (item) => <Now item={item} />,
    },
    ...(outcome === 'refused' ? [reasonColumn()] : []),
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

/** How it stands: of one that went on as another, how that one stands. */
function Now({ item }: { item: BulkItemOut }) {
  const { status, resumed_as: id, resumed_as_reference: reference } = item;
  const now = item.resumed_as_status ?? status;
  if (now === null) return words.outcomes.nameless;
  const state = submissionState(now);
  const link = (
    <Link href={`/submissions/${id}`}>
      <code>{reference}</code>
    </Link>
  );
  return (
    <>
      <StateLabel state={state} word={SUBMISSION_WORDS[state]} />
      {reference !== null && (
        <span className={styles.wentOn}>
          <Phrase text={words.outcomes.wentOn} parts={{ reference: link }} />
        </span>
      )}
    </>
  );
}
