import { useId, type ReactNode } from 'react';
import styles from './section.module.css';

type Props = {
  title: string;
  /** What can be done with it, beside its title. */
  action?: ReactNode;
  children: ReactNode;
};

/** A titled part of the page. */
export function Section({ title, action, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.section}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {action}
      </div>
      {children}
    </section>
  );
}
