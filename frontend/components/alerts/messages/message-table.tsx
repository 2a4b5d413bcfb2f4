import { NextTime } from '@/components/ui/relative-time/next-time';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import { StateLabel } from '@/components/ui/state-mark/state-label';
import type { Column } from '@/components/ui/table/column';
import { Table } from '@/components/ui/table/table';
import { TableSkeleton } from '@/components/ui/table/table-skeleton';
import type { AlertMessageOut, CallbackStatus } from '@/lib/api/model';
import type { State } from '@/lib/words/catalogues/states/states';
import { words } from '../words';
import { Tries } from './tries';
import styles from './messages.module.css';

const STATES: Record<CallbackStatus, State> = {
  pending: 'waiting',
  sending: 'transit',
  succeeded: 'delivered',
  failed: 'failed',
  withdrawn: 'skipped',
};

type Names = ReadonlyMap<string, string>;
type Props = { items: AlertMessageOut[]; names: Names; stale: boolean };

/** The log of messages, newest first. */
export function MessageTable({ items, names, stale }: Props) {
  return (
    <Table
      columns={columnsOf(names)}
      label={words.messages.title}
      cards="tablet"
      rows={items}
      rowKey={({ id }) => id}
      busy={stale}
    />
  );
}

export function MessagesSkeleton() {
  return <TableSkeleton columns={columnsOf(new Map())} label={words.messages.loading} rows={6} />;
}

function columnsOf(names: Names): Column<AlertMessageOut>[] {
  const said = words.messages.columns;
  return [
    {
      key: 'title',
      head: said.title,
      names: true,
      className: styles.title,
      cell: ({ title, kind }) => <span dir="auto">{title || kind}</span>,
      bone: { width: '16rem' },
    },
    {
      key: 'state',
      head: said.state,
      cell: ({ status, next_attempt_at: next }) => (
        <>
          <StateLabel state={STATES[status]} word={words.messages.states[status]} />
          {status === 'pending' && next !== null && (
            <span className={styles.next}>
              <NextTime value={next} text={words.messages.next} due={words.messages.due} />
            </span>
          )}
        </>
      ),
    },
    {
      key: 'route',
      head: said.route,
      labelled: true,
      className: styles.route,
      cell: ({ route_id: id }) => <bdi>{names.get(id) ?? words.messages.deleted}</bdi>,
    },
    {
      key: 'when',
      head: said.when,
      cell: ({ happened_at: at }) => <RelativeTime value={at} />,
      className: styles.when,
    },
    {
      key: 'tries',
      head: said.tries,
      cell: (message) => <Tries message={message} />,
      className: styles.tries,
    },
  ];
}
