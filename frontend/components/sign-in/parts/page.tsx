import type { ReactNode } from 'react';
import { Sheet, SheetPart } from '@/components/ui/sheet/sheet';
import styles from './page.module.css';

/** One narrow sheet; `below`: what stands under it. */
export function Page({ children, below }: { children: ReactNode; below?: ReactNode }) {
  return (
    <div className={styles.narrow}>
      <Sheet>
        <SheetPart>{children}</SheetPart>
      </Sheet>
      {below && <p className={styles.below}>{below}</p>}
    </div>
  );
}

/** What the sheet is about. */
export function PageHead({ title, lead, live }: { title: string; lead: string; live?: boolean }) {
  return (
    <>
      <h1>{title}</h1>
      <p className={styles.lead} role={live ? 'status' : undefined}>
        {lead}
      </p>
    </>
  );
}

/** Other ways to go on than the form. */
export function OtherWays({ children }: { children: ReactNode }) {
  return <div className={styles.other}>{children}</div>;
}

/** Small links at the end. */
export function Aside({ children }: { children: ReactNode }) {
  return <p className={styles.aside}>{children}</p>;
}
