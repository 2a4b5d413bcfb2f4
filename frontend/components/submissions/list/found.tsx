import { Button } from '@mantine/core';
import { memo, useEffect, useState } from 'react';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Later } from '@/components/ui/later/later';
import { LiveRegion } from '@/components/ui/live-region/live-region';
import { Empty } from './empty';
import type { ListFilters, Wanted } from './filters/filters';
import { useCount } from './hooks/use-count';
import { useFreshRows } from './hooks/use-fresh-rows';
import { MOST_NEW, useNewcomers } from './hooks/use-newcomers';
import { useRows } from './hooks/use-rows';
import { useSelection } from './hooks/use-selection';
import { SelectionBar } from './selection-bar';
import type { BulkSlot } from './selection';
import type { ColumnKey } from './table/column-keys';
import { SubmissionTable } from './table/submission-table';
import { ListSkeleton } from './table/table-skeleton';
import { words } from './words';
import styles from './submission-list.module.css';

type Props = {
  filters: ListFilters;
  change: (next: Partial<ListFilters>) => void;
  wanted: Wanted;
  columns: readonly ColumnKey[];
  bulk: BulkSlot | undefined;
};

/** The rows of a filter: as many as were scrolled to, and up to date where they stand. */
export const Found = memo(function Found(props: Props) {
  const { filters, change, wanted, columns, bulk } = props;
  const { data: count } = useCount(wanted, true);
  const rows = useRows(wanted, filters.sort);
  const selecting = useSelection(wanted, count);
  const [visible, setVisible] = useState<string[]>([]);
  const [end, setEnd] = useState(false);
  useFreshRows(visible, rows);
  const held = selecting.selection !== null;
  const newcomers = useNewcomers({ wanted, sort: filters.sort, rows, held });
  const retry = () => void rows.refetch();
  // A page may be empty and have a next one, so what is in view does not say when to go on.
  const goesOn = end && rows.hasNextPage && !rows.isFetching && !rows.isError;
  const { fetchNextPage } = rows;
  useEffect(() => {
    if (goesOn) void fetchNextPage();
  }, [goesOn, fetchNextPage]);

  if (rows.isPending) return <ListSkeleton shown={columns} sort={filters.sort} />;
  if (rows.data === undefined)
    return <ErrorNotice error={rows.error} what={words.failed} onRetry={retry} />;
  if (rows.rows.length === 0 && !rows.hasNextPage)
    return <Empty filters={filters} onChange={change} />;

  return (
    <>
      {newcomers.count > 0 && (
        <Newcomers
          key={newcomers.key}
          count={newcomers.count}
          sort={filters.sort}
          onShow={() => void rows.restart()}
        />
      )}
      <SelectionBar selecting={selecting} loaded={rows.rows.length} count={count} bulk={bulk} />
      <Later meanwhile={<ListSkeleton shown={columns} sort={filters.sort} />}>
        <SubmissionTable
          rows={rows.rows}
          shown={columns}
          sort={filters.sort}
          selecting={selecting}
          stale={rows.isPlaceholderData}
          onView={(ids, atEnd) => {
            setVisible(ids);
            setEnd(atEnd);
          }}
        />
      </Later>
      <Foot rows={rows} />
    </>
  );
});

type Told = { count: number; sort: ListFilters['sort']; onShow: () => void };

function Newcomers({ count, sort, onShow }: Told) {
  const what =
    sort === 'changed'
      ? words.newcomers.changed
      : count < MOST_NEW
        ? words.newcomers.some(count)
        : words.newcomers.many(count - 1);
  function show() {
    window.scrollTo({ top: 0 });
    onShow();
  }
  return (
    <div className={styles.newcomers}>
      <Button size="compact-sm" onClick={show}>
        {words.newcomers.show(what)}
      </Button>
      <LiveRegion text={what} />
    </div>
  );
}

function Foot({ rows }: { rows: ReturnType<typeof useRows> }) {
  if (rows.isError) {
    const again = () => void (rows.isFetchNextPageError ? rows.fetchNextPage() : rows.refetch());
    return <ErrorNotice error={rows.error} what={words.moreFailed} onRetry={again} />;
  }
  const none = rows.rows.length === 0;
  return (
    <p className={styles.foot} role="status">
      {rows.hasNextPage ? (none ? words.lookingSince : words.looking) : words.end}
    </p>
  );
}
