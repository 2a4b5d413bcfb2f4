import { Link } from '@/components/ui/link/link';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import type { Column } from '@/components/ui/table/column';
import { Table } from '@/components/ui/table/table';
import { TableSkeleton } from '@/components/ui/table/table-skeleton';
import type { AuditEntryOut } from '@/lib/api/model';
import { actionWords, actorName, thingHref, thingName } from './entries';
import { words } from './words';
import styles from './audit-table.module.css';

const LOOK = {
  cards: 'phone',
  highlight: true,
  className: styles.table,
  rowClassName: styles.row,
} as const;

function columns(onOpen: (id: string) => void): Column<AuditEntryOut>[] {
  const { who, what, thing, when, where } = words.columns;
  return [
    { key: 'who', head: who, cell: actorName, className: styles.who, bone: { width: '6rem' } },
    {
      key: 'what',
      head: what,
      cell: ({ id, action }) => (
        <button type="button" className={styles.open} onClick={() => onOpen(id)}>
          {actionWords(action)}
        </button>
      ),
      className: styles.what,
      bone: { width: '11rem' },
    },
    {
      key: 'thing',
      head: thing,
      cell: (entry) => <Thing entry={entry} />,
      className: styles.thing,
      bone: { width: '8rem' },
    },
    {
      key: 'when',
      head: when,
      cell: ({ at }) => <RelativeTime value={at} />,
      className: styles.when,
      bone: { width: '6rem' },
    },
    {
      key: 'where',
      head: where,
      cell: ({ address }) => <code>{address || words.none}</code>,
      className: styles.where,
      bone: { width: '6rem' },
    },
  ];
}

function Thing({ entry }: { entry: AuditEntryOut }) {
  const href = thingHref(entry);
  return href ? <Link href={href}>{thingName(entry)}</Link> : thingName(entry);
}

type Props = { items: AuditEntryOut[]; stale: boolean; onOpen: (id: string) => void };

/** The entries; what was done opens its before and after. */
export function AuditTable({ items, stale, onOpen }: Props) {
  return (
    <Table {...LOOK} columns={columns(onOpen)} rows={items} rowKey={({ id }) => id} busy={stale} />
  );
}

export function AuditSkeleton() {
  return (
    <TableSkeleton {...LOOK} columns={columns(() => undefined)} label={words.loading} rows={10} />
  );
}
