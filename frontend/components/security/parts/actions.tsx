import type { ReactNode } from 'react';
import styles from './actions.module.css';

/** Buttons and links below a form or a note. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
