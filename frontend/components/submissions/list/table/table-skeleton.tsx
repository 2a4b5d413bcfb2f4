import { memo } from 'react';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import type { Sort } from '@/lib/api/model';
import { words } from '../words';
import type { ColumnKey } from './column-keys';
import { PLACES } from './columns';
import { Heads } from './submission-table';
import styles from './table.module.css';

const ROWS = 10;
const BONES: Partial<Record<ColumnKey, string>> = {
  reference: '7.5rem',
  about: '11rem',
  workflow: '8rem',
  state: '9rem',
  steps: '3rem',
};

type Props = { shown: readonly ColumnKey[]; sort: Sort };

/** The list before its rows are known, from the same columns. */
export const ListSkeleton = memo(function ListSkeleton({ shown, sort }: Props) {
  return (
    <table className={styles.table} aria-label={words.loading} aria-busy data-awaits="true">
      <Heads shown={shown} sort={sort} />
      <tbody>
        {Array.from({ length: ROWS }, (_, row) => (
          <tr key={row}>
            <td className={styles.select} />
            {shown.map((key) => (
              <td key={key} className={PLACES[key]}>
                <Skeleton width={BONES[key] ?? '5rem'} />
                {key === 'about' && <Skeleton width="7rem" height="0.8em" />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
});
