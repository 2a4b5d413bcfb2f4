import { Skeleton } from '@/components/ui/skeleton/skeleton';
import styles from './list.module.css';

const WIDTHS = ['9rem', '11rem', '6rem', '3rem', '3rem', '7rem'];

/** The layout of the list, before its rows are known. */
export function ListSkeleton() {
  return (
    <table className={styles.table} aria-label="Loading the submissions" aria-busy="true">
      <thead>
        <tr>
          {['Reference', 'About', 'State', 'Steps', 'Source', 'Received'].map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: 8 }, (_, row) => (
          <tr key={row} className={styles.row}>
            {WIDTHS.map((width, column) => (
              <td key={column}>
                <Skeleton width={width} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
