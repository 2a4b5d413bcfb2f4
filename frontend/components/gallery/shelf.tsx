import type { ReactNode } from 'react';
import styles from './gallery.module.css';

/** One component, in each of its states. */
export function Shelf({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className={styles.shelf} aria-labelledby={`shelf-${name}`}>
      <h2 id={`shelf-${name}`}>{name}</h2>
      <div className={styles.states}>{children}</div>
    </section>
  );
}

export function State({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.state}>
      <p className={styles.name}>{name}</p>
      <div>{children}</div>
    </div>
  );
}
