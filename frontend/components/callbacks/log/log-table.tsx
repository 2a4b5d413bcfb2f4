import { Button } from '@mantine/core';
import { Link } from '@/components/ui/link/link';
import { NextTime } from '@/components/ui/relative-time/next-time';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import type { Column } from '@/components/ui/table/column';
import { Table } from '@/components/ui/table/table';
import { TableSkeleton } from '@/components/ui/table/table-skeleton';
import type { CallbackOut } from '@/lib/api/model';
import { words } from '../words';
import { CallbackState } from './callback-state';
import styles from './log-table.module.css';

/** The names of endpoints; null where all rows are one endpoint's. */
type Names = ReadonlyMap<string, string> | null;

type Props = {
  items: CallbackOut[];
  names: Names;
  stale: boolean;
  onOpen: (id: string) => void;
};

/** A row for each callback, with the last thing that its receiver answered. */
export function LogTable({ items, names, stale, onOpen }: Props) {
  return (
    <Table
      columns={columnsOf(names, onOpen)}
      label={words.log.title}
      cards="tablet"
      rows={items}
      rowKey={({ id }) => id}
      busy={stale}
    />
  );
}

export function LogSkeleton() {
  const columns = columnsOf(null, () => undefined);
  return <TableSkeleton columns={columns} label={words.log.loading} cards="tablet" rows={5} />;
}

function columnsOf(names: Names, onOpen: (id: string) => void): Column<CallbackOut>[] {
  const said = words.log.columns;
  const shown = (kind: string) => words.kinds[kind] ?? kind;
  return [
    {
      key: 'kind',
      head: said.kind,
      names: true,
      cell: ({ kind, submission_id: submission }) => (
        <>
          {shown(kind)}
          {submission !== null && (
            <Link href={`/submissions/${submission}`} className={styles.submission}>
              {words.log.submission}
            </Link>
          )}
        </>
      ),
      bone: { width: '10rem' },
    },
    {
      key: 'state',
      head: said.state,
      cell: (callback) => (
        <>
          <CallbackState status={callback.status} />
          {callback.status === 'pending' && callback.next_attempt_at !== null && (
            <span className={styles.next}>
              <NextTime
                value={callback.next_attempt_at}
                text={words.log.next}
                due={words.log.due}
              />
            </span>
          )}
        </>
      ),
    },
    ...(names
      ? [
          {
            key: 'endpoint',
            head: said.endpoint,
            labelled: true,
            className: styles.endpoint,
            cell: ({ endpoint_id: id }: CallbackOut) => (
              <Link href={`/callbacks/${id}`} dir="auto">
                {names.get(id) ?? words.log.deleted}
              </Link>
            ),
          },
        ]
      : []),
    {
      key: 'answer',
      head: said.answer,
      className: styles.answer,
      cell: ({ attempts }) => lastAnswer(attempts.at(-1)),
    },
    {
      key: 'when',
      head: said.when,
      className: styles.when,
      cell: ({ happened_at: at }) => <RelativeTime value={at} />,
    },
    {
      key: 'open',
      head: said.open,
      headHidden: true,
      className: styles.open,
      cell: ({ id, kind }) => (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={words.log.openOf(shown(kind))}
          onClick={() => onOpen(id)}
        >
          {words.log.open}
        </Button>
      ),
    },
  ];
}

function lastAnswer(last: CallbackOut['attempts'][number] | undefined): string {
  if (!last) return '';
  if (last.status_code === null) return last.message || words.log.noAnswer;
  return words.one.status(last.status_code);
}
