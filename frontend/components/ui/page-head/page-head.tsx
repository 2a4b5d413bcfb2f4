import type { ReactNode } from 'react';
import styles from './page-head.module.css';

type Props = {
  title: string;
  /** What the page is for, in one sentence. It stands in the document: the first thing to be read. */
  lead?: ReactNode;
  /** Who is asking decides what else stands here, and that is not known yet. */
  awaits?: boolean | undefined;
  /** What can be done on the page. */
  children?: ReactNode;
};

/** The top of a page with a list. */
export function PageHead({ title, lead, awaits, children }: Props) {
  return (
    <div className={styles.head} data-awaits={awaits}>
      <div>
        <h1 dir="auto">{title}</h1>
        {lead !== undefined && <p className={styles.lead}>{lead}</p>}
      </div>
      {children}
    </div>
  );
}
