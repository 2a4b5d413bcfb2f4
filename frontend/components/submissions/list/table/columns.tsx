import { createColumnHelper, rowSelectionFeature, tableFeatures } from '@tanstack/react-table';
import { Link } from '@/components/ui/link/link';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import type { SubmissionOut } from '@/lib/api/model';
import { words } from '../words';
import type { ColumnKey } from './column-keys';
import { StateCell } from './state-cell';
import cells from './cells.module.css';
import styles from './columns.module.css';

export const FEATURES = tableFeatures({ rowSelectionFeature });

const helper = createColumnHelper<typeof FEATURES, SubmissionOut>();

/** Of the column, and of its cells on a card. */
export const PLACES: Record<ColumnKey, string | undefined> = {
  reference: styles.reference,
  about: styles.about,
  workflow: styles.workflow,
  state: styles.state,
  error: styles.error,
  steps: styles.steps,
  source: styles.source,
  received: styles.received,
  changed: styles.changed,
};

/** What each column shows of a submission. */
export const CELLS: Record<
  ColumnKey,
  (item: SubmissionOut, shown: readonly ColumnKey[]) => React.ReactNode
> = {
  reference: ({ id, reference }) => (
    <Link href={`/submissions/${id}`} data-way>
      <code>{reference}</code>
    </Link>
  ),
  about: ({ title, workflow }, shown) => (
    <>
      <span className={cells.title} dir="auto" title={title}>
        {title}
      </span>
      {!shown.includes('workflow') && <span className={cells.minor}>{workflow.name}</span>}
    </>
  ),
  workflow: ({ workflow }) => workflow.name,
  state: (item) => <StateCell item={item} />,
  error: ({ error_kind: kind }) => kind && (words.filters.errors[kind] ?? kind),
  steps: ({ steps_done: done, steps_total: total }) => (
    <>
      {words.steps(done, total)}
      <span className={cells.unit}>{words.stepsUnit}</span>
    </>
  ),
  source: ({ source }) => words.sources[source],
  received: ({ created_at: at }) => <RelativeTime value={at} />,
  changed: ({ changed_at: at }) => <RelativeTime value={at} />,
};

/** The columns that are shown, in the language that is spoken now. */
export function columnsOf(shown: readonly ColumnKey[]) {
  return shown.map((key) => helper.display({ id: key, header: words.columns[key] }));
}
