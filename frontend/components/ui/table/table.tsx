import type { Column } from './column';
import { TableFrame, type Frame } from './frame';

type Props<Row> = Frame<Row> & {
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The rows are about to be replaced. */
  busy?: boolean;
};

/** Rows at a desk, cards on a phone. */
export function Table<Row>({ rows, rowKey, ...frame }: Props<Row>) {
  return (
    <TableFrame {...frame}>
      {rows.map((row) => (
        <tr key={rowKey(row)} className={frame.rowClassName}>
          {frame.columns.map((column) => (
            <Cell key={column.key} column={column} row={row} />
          ))}
        </tr>
      ))}
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
