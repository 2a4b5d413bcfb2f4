import { Link } from '@/components/ui/link/link';
import type { Column } from '@/components/ui/table/column';
import { Table } from '@/components/ui/table/table';
import { TableSkeleton } from '@/components/ui/table/table-skeleton';
import type { CallbackEndpointOut } from '@/lib/api/model';
import { words } from '../words';
import { EndpointState } from './endpoint-state';
import { kindsOf } from './kinds-of';
import styles from './endpoint-table.module.css';

/** A row for each endpoint; its name leads to what it was sent. */
export function EndpointTable({ items }: { items: CallbackEndpointOut[] }) {
  return <Table {...look()} rows={items} rowKey={({ id }) => id} />;
}

export function EndpointSkeleton() {
  return <TableSkeleton {...look()} label={words.endpoints.loading} rows={2} />;
}

function look() {
  const said = words.endpoints.columns;
  const columns: Column<CallbackEndpointOut>[] = [
    {
      key: 'name',
      head: said.name,
      names: true,
      className: styles.name,
      cell: ({ id, url, description }) => (
        <>
          <Link href={`/callbacks/${id}`} dir="auto">
            {description || url}
          </Link>
          {description && <span className={styles.url}>{url}</span>}
        </>
      ),
      bone: { width: '14rem' },
    },
    {
      key: 'kinds',
      head: said.kinds,
      labelled: true,
      className: styles.kinds,
      cell: ({ kinds }) => kindsOf(kinds),
    },
    {
      key: 'state',
      head: said.state,
      className: styles.state,
      cell: (endpoint) => <EndpointState endpoint={endpoint} />,
    },
  ];
  return { columns, label: words.endpoints.title, cards: 'phone' } as const;
}
