import { Button } from '@mantine/core';
import { words } from '../words';
import styles from './cursor-pager.module.css';

type Props = {
  cursor: string | null;
  next: string | null;
  onChange: (cursor: string | null) => void;
};

/** The way on in a list that comes in pages, and back to its beginning. Nothing for a single page. */
export function CursorPager({ cursor, next, what, onChange }: Props & { what: string }) {
  if (!next && !cursor) return null;
  return (
    <div className={styles.pager}>
      {cursor && (
        <Button variant="default" onClick={() => onChange(null)}>
          {words.pager.first}
        </Button>
      )}
      {next && (
        <Button variant="default" onClick={() => onChange(next)}>
          {words.pager.next(what)}
        </Button>
      )}
    </div>
  );
}

/** The same below a list by time, newest first: both ways are always there. */
export function TimePager({ cursor, next, onChange }: Props) {
  return (
    <nav aria-label={words.pager.label} className={styles.byTime}>
      <Button
        variant="default"
        size="compact-sm"
        disabled={cursor === null}
        onClick={() => onChange(null)}
      >
        {words.pager.newest}
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        disabled={next === null}
        onClick={() => onChange(next)}
      >
        {words.pager.older}
      </Button>
    </nav>
  );
}
