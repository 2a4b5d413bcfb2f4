import type { Liveness } from '@/lib/hooks/use-live';
import { words } from './words';
import styles from './tracking.module.css';

/** Whether the reader has to do anything to see the newest state (never). */
export function LiveNote({ liveness }: { liveness: Liveness }) {
  return (
    <p className={styles.live} data-liveness={liveness}>
      {words.live[liveness]}
    </p>
  );
}
