import { CursorPager, TimePager } from '@/components/ui/cursor-pager/cursor-pager';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { StateLabel } from '@/components/ui/state-mark/state-label';
import type { Column } from '@/components/ui/table/column';
import { Table } from '@/components/ui/table/table';
import { TableSkeleton } from '@/components/ui/table/table-skeleton';
import type { State as Standing } from '@/lib/words/catalogues/states/states';
import { FAILED, LONG, RIGHT_TO_LEFT } from './samples';
import { Shelf, State } from './shelf';

type Row = { name: string; state: Standing; word: string };

const ROWS: Row[] = [
  { name: 'Nordwind Trading', state: 'delivered', word: 'Delivered' },
  { name: RIGHT_TO_LEFT, state: 'waiting', word: 'Waiting' },
  { name: LONG.slice(0, 200), state: 'failed', word: 'Failed' },
];

const COLUMNS: Column<Row>[] = [
  { key: 'name', head: 'Name', names: true, cell: ({ name }) => <span dir="auto">{name}</span> },
  {
    key: 'state',
    head: 'State',
    labelled: true,
    cell: ({ state, word }) => <StateLabel state={state} word={word} />,
  },
];

const nothing = () => undefined;

export function Tables() {
  return (
    <>
      <Shelf name="Table">
        <State name="pending">
          <TableSkeleton columns={COLUMNS} label="Pending" cards="phone" />
        </State>
        <State name="error">
          <ErrorNotice error={FAILED} what="The rows could not be loaded" onRetry={nothing} />
        </State>
        <State name="empty">
          <EmptyNote title="No rows yet">
            <p>The next submission shows up here.</p>
          </EmptyNote>
        </State>
        <State name="data">
          <Table
            columns={COLUMNS}
            rows={ROWS}
            rowKey={({ name }) => name}
            label="Data"
            cards="phone"
          />
        </State>
      </Shelf>
      <Shelf name="Pagers">
        <State name="CursorPager, in the middle">
          <CursorPager cursor="a" next="b" what="rows" onChange={nothing} />
        </State>
        <State name="TimePager, at the newest">
          <TimePager cursor={null} next="b" onChange={nothing} />
        </State>
      </Shelf>
    </>
  );
}
