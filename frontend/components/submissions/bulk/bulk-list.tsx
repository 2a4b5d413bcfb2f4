import { Link } from '@/components/ui/link/link';
import { useState } from 'react';
import { CursorPager } from '@/components/ui/cursor-pager/cursor-pager';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Phrase } from '@/components/ui/phrase/phrase';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import { StateLabel } from '@/components/ui/state-mark/state-label';
import type { Column } from '@/components/ui/table/column';
import { PageHead } from '@/components/ui/page-head/page-head';
import { Table } from '@/components/ui/table/table';
import { TableSkeleton } from '@/components/ui/table/table-skeleton';
import type { BulkOut, BulkStatus } from '@/lib/api/model';
import type { State } from '@/lib/words/catalogues/states/states';
import { number } from '@/lib/words/amounts/plural';
import { useBulkList } from './hooks/use-bulk';
import { words } from './words';
import styles from './bulk-list.module.css';

const STATES: Record<BulkStatus, State> = {
  draft: 'upcoming',
  running: 'transit',
  stopped: 'cancelled',
  done: 'delivered',
};

/** The bulk actions of the organization, newest first. */
export function BulkList() {
  return (
    <>
      <PageHead title={words.list.title} lead={words.list.lead} />
      <Listed />
    </>
  );
}

function Listed() {
  const [cursor, setCursor] = useState<string | null>(null);
  const { data, error, isPlaceholderData, refetch } = useBulkList(cursor);
  if (error && !data)
    return <ErrorNotice error={error} what={words.list.failed} onRetry={() => void refetch()} />;
  if (!data) return <TableSkeleton cards="phone" label={words.list.loading} columns={columns()} />;
  if (data.items.length === 0) return <Empty />;
  return (
    <>
      <Table
        cards="phone"
        highlight
        label={words.list.title}
        columns={columns()}
        rows={data.items}
        rowKey={({ id }) => id}
        busy={isPlaceholderData}
      />
      <div className={styles.pager}>
        <CursorPager
          cursor={cursor}
          next={data.next_cursor}
          what={words.list.what}
          onChange={setCursor}
        />
      </div>
    </>
  );
}

function Empty() {
  const list = <Link href="/submissions">{words.list.empty.list}</Link>;
  return (
    <EmptyNote title={words.list.empty.title}>
      <p>
        <Phrase text={words.list.empty.next} parts={{ list }} />
      </p>
    </EmptyNote>
  );
}

function columns(): Column<BulkOut>[] {
  const heads = words.list.columns;
  return [
    {
      key: 'action',
      head: heads.action,
      names: true,
      cell: ({ id, kind }) => <Link href={`/submissions/bulk/${id}`}>{words.kinds[kind]}</Link>,
    },
    {
      key: 'state',
      head: heads.state,
      cell: ({ status }) => <StateLabel state={STATES[status]} word={words.statuses[status]} />,
    },
    {
      key: 'done',
      head: heads.done,
      labelled: true,
      className: styles.count,
      cell: ({ done, total }) => words.list.progress(done, total),
    },
    {
      key: 'left',
      head: heads.left,
      labelled: true,
      className: styles.count,
      cell: ({ refused }) => number(refused),
    },
    { key: 'by', head: heads.by, cell: ({ started_by: by }) => by },
    {
      key: 'started',
      head: heads.started,
      className: styles.count,
      cell: ({ started_at: started, created_at: created }) => (
        <RelativeTime value={started ?? created} />
      ),
    },
  ];
}
