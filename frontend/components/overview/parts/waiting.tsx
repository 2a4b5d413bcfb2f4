import { Link } from '@/components/ui/link/link';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import type { Column } from '@/components/ui/table/column';
import { Table } from '@/components/ui/table/table';
import type { OverviewOut, WaitingOut } from '@/lib/api/model';
import { number } from '@/lib/words/amounts/plural';
import { words } from '../words';
import styles from './parts.module.css';

const MOST_COUNTED = 10_000;

/** Where steps are due and not sent yet, by queue and connection. */
export function Waiting({ data: { backlog, connections } }: { data: OverviewOut }) {
  const said = words.waiting;
  const names = new Map(connections.map(({ slug, name }) => [slug, name]));
  const columns: Column<WaitingOut>[] = [
    {
      key: 'connection',
      head: said.connection,
      names: true,
      cell: ({ connection }) => (
        <Link href={`/connections/${connection}`}>
          <bdi>{names.get(connection) ?? connection}</bdi>
        </Link>
      ),
    },
    {
      key: 'queue',
      head: said.queue,
      labelled: true,
      cell: ({ queue }) => said.queues[queue] ?? queue,
    },
    {
      key: 'count',
      head: said.count,
      labelled: true,
      className: styles.number,
      cell: ({ count }) => (count > MOST_COUNTED ? said.more(number(MOST_COUNTED)) : number(count)),
    },
    {
      key: 'oldest',
      head: said.oldest,
      labelled: true,
      cell: ({ oldest_due_at: since }) => <RelativeTime value={since} />,
    },
  ];
  return (
    <section className={styles.part} aria-labelledby="waiting">
      <h3 id="waiting">{said.title}</h3>
      {backlog.places.length === 0 ? (
        <p className={styles.none}>{said.none}</p>
      ) : (
        <Table
          label={said.title}
          columns={columns}
          rows={backlog.places}
          rowKey={({ connection, queue }) => `${connection} ${queue}`}
          cards="phone"
        />
      )}
    </section>
  );
}
