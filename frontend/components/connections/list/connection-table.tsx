import { Link } from '@/components/ui/link/link';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import type { Column } from '@/components/ui/table/column';
import { Table } from '@/components/ui/table/table';
import { TableSkeleton } from '@/components/ui/table/table-skeleton';
import type { ConnectionOut } from '@/lib/api/model';
import { useConnectorKinds } from '@/lib/hooks/use-connector-kinds';
import { connectionPage } from '../standing/address';
import { Expiry } from '../standing/expiry';
import { number } from '../standing/numbers';
import { Reason } from '../standing/reason';
import { Standing } from '../standing/standing';
import { words as all } from '../words';
import styles from './connection-table.module.css';

const FRAME = {
  cards: 'phone' as const,
  className: styles.table,
  rowClassName: styles.row,
  highlight: true,
};

type Props = { items: ConnectionOut[]; stale: boolean };

/** One row for each; those that need somebody say why. */
export function ConnectionTable({ items, stale }: Props) {
  const { data } = useConnectorKinds();
  const titles = new Map(data?.items.map(({ name, title }) => [name, title]));
  return (
    <Table
      {...FRAME}
      label={all.list.caption}
      columns={columns(titles)}
      rows={items}
      rowKey={({ id }) => id}
      busy={stale}
    />
  );
}

/** The table before its rows are known. */
export function ConnectionSkeleton() {
  return <TableSkeleton {...FRAME} label={all.list.loading} columns={columns(new Map())} />;
}

function columns(titles: Map<string, string>): Column<ConnectionOut>[] {
  const { columns: heads, ...words } = all.list;
  return [
    {
      key: 'name',
      head: heads.name,
      names: true,
      className: styles.name,
      bone: { width: '10rem', height: '2.5rem' },
      cell: (item) => (
        <>
          <Link href={connectionPage(item)} dir="auto">
            {item.name}
          </Link>
          <span className={styles.system}>
            {titles.get(item.connector) ?? item.connector} · <code>{item.slug}</code>
          </span>
        </>
      ),
    },
    {
      key: 'state',
      head: heads.state,
      className: styles.state,
      bone: { width: '8rem' },
      cell: (item) => (
        <>
          <Standing connection={item} />
          <span className={styles.reason}>
            <Reason connection={item} />
          </span>
          <Expiry at={item.credentials_end_at} />
        </>
      ),
    },
    {
      key: 'success',
      head: heads.success,
      labelled: true,
      className: styles.fact,
      cell: ({ health: { last_success_at: at } }) =>
        at ? <RelativeTime value={at} /> : words.never,
    },
    {
      key: 'errors',
      head: heads.errors,
      labelled: true,
      className: styles.fact,
      cell: ({ health: { failed, sent } }) =>
        sent === 0 ? (
          words.none
        ) : (
          <span data-faulty={failed > 0 || undefined}>
            {words.errors(number(failed), number(sent))}
          </span>
        ),
    },
    {
      key: 'waiting',
      head: heads.waiting,
      labelled: true,
      className: styles.fact,
      cell: ({ health: { waiting } }) => number(waiting),
    },
    {
      key: 'flight',
      head: heads.flight,
      labelled: true,
      className: styles.fact,
      cell: ({ health, max_in_flight: most, rate_per_second: rate }) => (
        <>
          {words.flight(number(health.in_flight), number(most))}
          <span className={styles.quiet}>
            {rate === null ? words.unlimited : words.rate(number(rate))}
          </span>
        </>
      ),
    },
  ];
}
