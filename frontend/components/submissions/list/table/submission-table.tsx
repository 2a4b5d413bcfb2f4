import { Checkbox, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTable } from '@tanstack/react-table';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Sort, SubmissionOut } from '@/lib/api/model';
import { useRowKeys } from '../hooks/use-row-keys';
import type { Selecting } from '../hooks/use-selection';
import { usePlace } from '../returning/use-place';
import { words } from '../words';
import type { ColumnKey } from './column-keys';
import { columnsOf, FEATURES, PLACES } from './columns';
import { SubmissionRow } from './submission-row';
import { usePrinting } from './use-printing';
import styles from './table.module.css';

const ROW_HEIGHT = 61;
/** Of a phone; the gap as in the styles. */
const CARD_HEIGHT = 130;
const CARD_GAP = 10;
/** Rows above and below what is in view, drawn once that is. */
const BEYOND = 12;
const SORTED: Record<Sort, [ColumnKey, 'ascending' | 'descending']> = {
  newest: ['received', 'descending'],
  oldest: ['received', 'ascending'],
  changed: ['changed', 'descending'],
};

type Props = {
  rows: SubmissionOut[];
  shown: readonly ColumnKey[];
  sort: Sort;
  selecting: Selecting;
  /** The rows are about to be replaced. */
  stale: boolean;
  /** The ids of the rows that are drawn. */
  onView: (ids: string[], end: boolean) => void;
};

/** Rows at a desk and cards on a phone, of which only those in view are drawn; all, on paper. */
export function SubmissionTable({ rows, shown, sort, selecting, stale, onView }: Props) {
  const columns = useMemo(() => columnsOf(shown), [shown]);
  const table = useTable({
    features: FEATURES,
    columns,
    data: rows,
    getRowId: ({ id }) => id,
    state: { rowSelection: selecting.chosen },
    onRowSelectionChange: selecting.choose,
  });
  const models = table.getRowModel().rows;
  const body = useRef<HTMLTableSectionElement>(null);
  const [margin, setMargin] = useState(0);
  const empty = rows.length === 0;
  const printing = usePrinting();
  const phone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const beyond = useDeferredValue(BEYOND, 0);
  const virtual = useWindowVirtualizer({
    initialRect: screen(),
    count: rows.length,
    estimateSize: () => (phone ? CARD_HEIGHT : ROW_HEIGHT),
    getItemKey: (index) => rows[index]?.id ?? index,
    measureElement: (element) => element.getBoundingClientRect().height || ROW_HEIGHT,
    overscan: beyond,
    scrollMargin: margin,
    gap: phone ? CARD_GAP : 0,
  });
  const drawn = virtual.getVirtualItems();
  const items = printing
    ? models.map((_, index) => ({ index, key: index, start: 0, end: 0 }))
    : drawn;
  const above = printing ? 0 : Math.max((drawn[0]?.start ?? 0) - margin, 0);
  const below = printing ? 0 : virtual.getTotalSize() - ((drawn.at(-1)?.end ?? 0) - margin);

  const inView = drawn.map(({ index }) => rows[index]?.id ?? '').join();
  const end = (drawn.at(-1)?.index ?? 0) >= rows.length - 1;
  useEffect(() => {
    onView(inView ? inView.split(',') : [], end);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- when what is in view is another
  }, [inView, end]);
  useEffect(() => {
    const top = body.current?.getBoundingClientRect().top ?? 0;
    setMargin(Math.max(Math.round(top + window.scrollY), 0));
  }, [empty]);

  const ids = rows.map(({ id }) => id);
  usePlace({ ids, offsetOf: (index) => virtual.measurementsCache[index]?.start });
  useRowKeys({
    ids,
    show: (index) => virtual.scrollToIndex(index, { align: 'auto' }),
    selecting,
  });

  return (
    <table
      className={styles.table}
      aria-label={words.title}
      aria-busy={stale || undefined}
      aria-rowcount={-1}
    >
      <Heads shown={shown} sort={sort} all={<SelectPage table={table} selecting={selecting} />} />
      <tbody ref={body}>
        {above > 0 && <Spacer height={above} span={shown.length + 1} />}
        {items.map(({ index }) => {
          const row = models[index];
          return (
            row && (
              <SubmissionRow
                key={row.id}
                item={row.original}
                index={index}
                shown={shown}
                chosen={selecting.has(row.id)}
                onToggle={selecting.toggle}
                measure={printing ? undefined : virtual.measureElement}
              />
            )
          );
        })}
        {below > 0 && <Spacer height={below} span={shown.length + 1} />}
      </tbody>
    </table>
  );
}

/** The size of what is in view, which is known before it is measured. */
const screen = () => ({ width: window.innerWidth, height: window.innerHeight });

/** What stands above the columns; the placeholder of the list has the same. */
export function Heads(props: { shown: readonly ColumnKey[]; sort: Sort; all?: React.ReactNode }) {
  const { shown, sort, all } = props;
  const [sorted, direction] = SORTED[sort];
  return (
    <thead>
      <tr>
        <th scope="col" className={styles.select}>
          <VisuallyHidden>{words.columns.select}</VisuallyHidden>
          {all}
        </th>
        {shown.map((key) => (
          <th
            key={key}
            scope="col"
            className={PLACES[key]}
            aria-sort={key === sorted ? direction : undefined}
          >
            {words.columns[key]}
          </th>
        ))}
      </tr>
    </thead>
  );
}

type Page = { getIsAllRowsSelected: () => boolean; toggleAllRowsSelected: (to: boolean) => void };

function SelectPage({ table, selecting }: { table: Page; selecting: Selecting }) {
  const every = selecting.selection?.kind === 'matching' || table.getIsAllRowsSelected();
  return (
    <Checkbox
      size="xs"
      aria-label={words.select.page}
      checked={every}
      indeterminate={!every && selecting.selection !== null}
      onChange={() => (every ? selecting.clear() : table.toggleAllRowsSelected(true))}
    />
  );
}

/** As high as the rows that are not drawn. */
function Spacer({ height, span }: { height: number; span: number }) {
  return (
    <tr aria-hidden="true" className={styles.spacer}>
      <td colSpan={span} style={{ height }} />
    </tr>
  );
}
