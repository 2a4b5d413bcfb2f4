import type { ReactNode } from 'react';
import styles from './button-row.module.css';

/** Buttons side by side; on a phone they share the width and are as high as a thumb needs. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}
