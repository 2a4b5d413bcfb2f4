import { LiveRegion } from '@/components/ui/live-region/live-region';
import styles from './done-note.module.css';

/** Says what was done, on the page and aloud. Empty text says nothing. */
export function DoneNote({ text }: { text: string }) {
  return (
    <>
      <LiveRegion text={text} />
      {text && (
        <p className={styles.note} aria-hidden="true">
          {text}
        </p>
      )}
    </>
  );
}
