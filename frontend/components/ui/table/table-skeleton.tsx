import { Skeleton } from '@/components/ui/skeleton/skeleton';
import { TableFrame, type Frame } from './frame';

const BONE = { width: '5rem' };

type Props<Row> = Frame<Row> & { label: string; rows?: number };

/** The table before its rows are known, from the same columns. */
export function TableSkeleton<Row>({ rows = 3, ...frame }: Props<Row>) {
  return (
    <TableFrame {...frame} busy awaits>
      {Array.from({ length: rows }, (_, row) => (
        <tr key={row} className={frame.rowClassName}>
          {frame.columns.map(({ key, className, bone = BONE }) => (
            <td key={key} className={className}>
              <Skeleton {...bone} />
            </td>
          ))}
        </tr>
      ))}
    </TableFrame>
  );
}
