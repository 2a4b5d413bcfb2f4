import { useDeferredValue } from 'react';
import type { Column } from './column';
import { TableFrame, type Frame } from './frame';
import styles from './table.module.css';

/** As many as a screen has room for. */
const FIRST = 12;
/** About as high as one at a desk, so that what stands below is where it will be. */
const ROW_HEIGHT = 45;

type Props<Row> = Frame<Row> & {
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The rows are about to be replaced. */
  busy?: boolean;
};

/** Rows at a desk, cards on a phone: those below the first screen once it is there. */
export function Table<Row>({ rows, rowKey, ...frame }: Props<Row>) {
  const whole = useDeferredValue(true, false);
  const drawn = whole ? rows : rows.slice(0, FIRST);
  const left = rows.length - drawn.length;
  return (
    <TableFrame {...frame}>
      {drawn.map((row) => (
        <tr key={rowKey(row)} className={frame.rowClassName}>
          {frame.columns.map((column) => (
            <Cell key={column.key} column={column} row={row} />
          ))}
        </tr>
      ))}
      {left > 0 && (
        <tr aria-hidden="true" className={styles.left}>
          <td colSpan={frame.columns.length} style={{ height: left * ROW_HEIGHT }} />
        </tr>
      )}
    </TableFrame>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { cell, className, head, labelled, names } = column;
  if (names) {
    return (
      <th scope="row" className={className}>
        {cell(row)}
      </th>
    );
  }
  return (
    <td className={className} data-label={labelled ? head : undefined}>
      {cell(row)}
    </td>
  );
}
