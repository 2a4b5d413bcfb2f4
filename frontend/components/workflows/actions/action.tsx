import type { ReactNode } from 'react';
import styles from './actions-dialog.module.css';

type Props = { title: string; text: string; children: ReactNode };

/** One thing that can be done: what it is called, what it means, and the way to it. */
export function Action({ title, text, children }: Props) {
  return (
    <li className={styles.action}>
      <h3>{title}</h3>
      <p className={styles.text}>{text}</p>
      {children}
    </li>
  );
}
