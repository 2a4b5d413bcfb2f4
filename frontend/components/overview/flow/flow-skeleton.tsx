import { Skeleton } from '@/components/ui/skeleton/skeleton';
import { words } from '../words';
import styles from './flow.module.css';

/** The tiles and charts before their numbers. */
export function FlowSkeleton() {
  return (
    <div className={styles.numbers} role="status" aria-label={words.flow.loading}>
      <Skeleton width="16rem" />
      <div className={styles.tiles}>
        {[0, 1, 2, 3, 4].map((tile) => (
          <div key={tile} className={styles.tile}>
            <Skeleton width="6rem" />
            <Skeleton width="4rem" height="1.75rem" />
            <Skeleton width="8rem" />
          </div>
        ))}
      </div>
      <div className={styles.figures}>
        {[0, 1, 2, 3].map((figure) => (
          <Skeleton key={figure} width="100%" height="18.5rem" />
        ))}
      </div>
    </div>
  );
}
