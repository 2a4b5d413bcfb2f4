import { Skeleton } from '@/components/ui/skeleton/skeleton';
import { words } from '../words';
import styles from './alert-list.module.css';

/** Cards before what they say is known. */
export function AlertSkeleton() {
  return (
    <ul className={styles.list} aria-label={words.list.loading} aria-busy data-awaits="true">
      {[0, 1, 2].map((card) => (
        <li key={card} className={styles.bone}>
          <Skeleton width="6rem" />
          <Skeleton width="20rem" />
          <Skeleton width="80%" />
        </li>
      ))}
    </ul>
  );
}
