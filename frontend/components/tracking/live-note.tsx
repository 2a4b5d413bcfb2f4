import type { LiveWords } from '@/lib/api/model';
import type { Liveness } from '@/lib/hooks/use-live';
import styles from './tracking.module.css';

/** Whether the reader has to do anything to see the newest state (never). */
export function LiveNote({ liveness, words }: { liveness: Liveness; words: LiveWords }) {
  return (
    <p className={styles.live} data-liveness={liveness}>
      {words[liveness]}
    </p>
  );
}
