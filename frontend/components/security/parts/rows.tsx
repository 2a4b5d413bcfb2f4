import type { ReactNode } from 'react';
import styles from './rows.module.css';

/** What a section lists, one below the other. */
export function Rows({ children }: { children: ReactNode }) {
  return <div className={styles.rows}>{children}</div>;
}

/** One of them, with the button that changes it. */
export function Row({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}
