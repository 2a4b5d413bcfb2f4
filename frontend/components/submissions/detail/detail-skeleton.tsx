import type { ReactNode } from 'react';
import { Sheet, SheetPart } from '@/components/ui/sheet/sheet';
import { RouteSkeleton } from '@/components/ui/skeleton/route-skeleton';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import { words as all } from './words';
import head from './detail-head.module.css';
import styles from './submission-detail.module.css';

/** The layout of a submission, before it is known. */
export function DetailSkeleton() {
  const words = all.page;
  return (
    <div aria-label={words.loading} role="group">
      <div className={head.head}>
        <p className={head.reference}>
          <Skeleton width="10rem" />
        </p>
        <Skeleton width="16rem" height="2rem" />
        <div className={head.facts}>
          {['5rem', '9rem', '4rem', '7rem', '7rem'].map((width, index) => (
            <Skeleton key={index} width={width} height="2.5rem" />
          ))}
        </div>
      </div>
      <ColumnsSkeleton />
    </div>
  );
}

export function ColumnsSkeleton() {
  const words = all.page;
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        <Part title={words.route}>
          <RouteSkeleton />
        </Part>
        <Part title={all.timeline.title}>
          <Skeleton width="70%" height="6rem" />
        </Part>
      </div>
      <div className={styles.column}>
        <Part title={words.sent}>
          <Skeleton width="100%" height="12rem" />
        </Part>
        <Sheet>
          <SheetPart>
            <PeopleSkeleton />
          </SheetPart>
        </Sheet>
      </div>
    </div>
  );
}

export function PeopleSkeleton() {
  return (
    <>
      <h2 className={styles.heading}>{all.people.title}</h2>
      <Skeleton width="100%" height="8rem" />
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Sheet>
      <SheetPart>
        <h2 className={styles.heading}>{title}</h2>
        {children}
      </SheetPart>
    </Sheet>
  );
}
