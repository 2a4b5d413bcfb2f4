import type { Liveness } from '@/lib/hooks/use-live';
import styles from './tracking.module.css';

const WORDS: Record<Liveness, string> = {
  connecting: 'Connecting …',
  live: 'Live: this page changes by itself.',
  polling: 'No live connection: this page checks every few seconds.',
  off: 'Final: nothing changes here any more.',
};

/** Whether the reader has to do anything to see the newest state (never). */
export function LiveNote({ liveness }: { liveness: Liveness }) {
  return (
    <p className={styles.live} data-liveness={liveness}>
      {WORDS[liveness]}
    </p>
  );
}
