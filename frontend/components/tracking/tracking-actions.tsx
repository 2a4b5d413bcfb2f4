import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import type { TrackingWords } from '@/lib/api/model';
import styles from './tracking.module.css';

/** The page is the receipt: keep its address, or print it. */
export function TrackingActions({ words }: { words: TrackingWords }) {
  const clipboard = useClipboard({ timeout: 3_000 });
  return (
    <div className={styles.actions}>
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => clipboard.copy(window.location.href)}
      >
        {clipboard.copied ? words.copied : words.copy_link}
      </Button>
      <Button variant="default" size="compact-sm" onClick={() => window.print()}>
        {words.print}
      </Button>
    </div>
  );
}
