import { Link } from '@/components/ui/link/link';
import type { Column } from '@/components/ui/table/column';
import { Table } from '@/components/ui/table/table';
import type { ConnectionCountsOut, OverviewOut } from '@/lib/api/model';
import { number } from '@/lib/words/amounts/plural';
import { span } from '../figures/measures';
import { words } from '../words';
import styles from './parts.module.css';

type Props = { data: OverviewOut; onOnly: (slug: string) => void };

/** The busiest connections. A name narrows the page to it. */
export function ByConnection({ data, onOnly }: Props) {
  const said = words.connections;
  const told = (
    key: 'arrived' | 'failed' | 'p50' | 'p95',
    cell: Column<ConnectionCountsOut>['cell'],
  ): Column<ConnectionCountsOut> => ({
    key,
    head: said[key],
    labelled: true,
    className: styles.number,
    cell,
  });
  const columns: Column<ConnectionCountsOut>[] = [
    {
      key: 'name',
      head: said.name,
      names: true,
      className: styles.name,
      cell: ({ slug, name }) => (
        <button type="button" className={styles.only} onClick={() => onOnly(slug)}>
          <bdi>{name}</bdi>
        </button>
      ),
    },
    told('arrived', ({ attempts }) => number(attempts.succeeded)),
    told('failed', ({ slug, attempts }) => (
      <Link href={`/connections/${slug}`}>{number(attempts.failed)}</Link>
    )),
    told('p50', ({ attempts }) => span(attempts.took.p50)),
    told('p95', ({ attempts }) => span(attempts.took.p95)),
  ];
  return (
    <section className={styles.part} aria-labelledby="by-connection">
      <h3 id="by-connection">{said.title}</h3>
      {data.connections.length === 0 ? (
        <p className={styles.none}>{said.none}</p>
      ) : (
        <Table
          label={said.title}
          columns={columns}
          rows={data.connections}
          rowKey={({ id }) => id}
          cards="tablet"
        />
      )}
    </section>
  );
}
