import { Button } from '@mantine/core';
import styles from './cursor-pager.module.css';

type Props = {
  cursor: string | null;
  next: string | null;
  /** What the list holds: "members". */
  what: string;
  onChange: (cursor: string | null) => void;
};

/** The way on in a list that comes in pages, and back to its beginning. Nothing for a single page. */
export function CursorPager({ cursor, next, what, onChange }: Props) {
  if (!next && !cursor) return null;
  return (
    <div className={styles.pager}>
      {cursor && (
        <Button variant="default" onClick={() => onChange(null)}>
          Back to the first
        </Button>
      )}
      {next && (
        <Button variant="default" onClick={() => onChange(next)}>
          Next {what}
        </Button>
      )}
    </div>
  );
}
