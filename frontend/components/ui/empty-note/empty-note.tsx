import type { ReactNode } from 'react';
import styles from './empty-note.module.css';

/** Nothing here, and the next thing to do. */
export function EmptyNote({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={styles.note}>
      <h2>{title}</h2>
      {children && <div className={styles.next}>{children}</div>}
    </div>
  );
}
