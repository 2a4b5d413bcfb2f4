import type { ReactNode } from 'react';
import styles from './button-link.module.css';

type Props = {
  href: string;
  children: ReactNode;
  /** The second way on, next to the first. */
  quiet?: boolean;
};

/** A link that looks like a button: the way on from a page that runs no script. */
export function ButtonLink({ href, children, quiet = false }: Props) {
  return (
    <a href={href} className={quiet ? `${styles.link} ${styles.quiet}` : styles.link}>
      {children}
    </a>
  );
}
