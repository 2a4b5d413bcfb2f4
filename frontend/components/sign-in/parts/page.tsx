import type { ReactNode } from 'react';
import { Sheet, SheetPart } from '@/components/ui/sheet/sheet';
import { NeedsScript } from './needs-script';
import styles from './page.module.css';

/** One narrow sheet; `below`: what stands under it. */
export function Page({ children, below }: { children: ReactNode; below?: ReactNode }) {
  return (
    <div className={styles.narrow}>
      <Sheet>
        <SheetPart>
          <NeedsScript />
          {children}
        </SheetPart>
      </Sheet>
      {below && <p className={styles.below}>{below}</p>}
    </div>
  );
}
