import type { ReactNode } from 'react';
import { Sheet, SheetPart } from '@/components/ui/sheet/sheet';
import { RouteSkeleton } from '@/components/ui/skeleton/route-skeleton';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import { RouteHead } from '@/components/ui/route-line/route-head';
import { words as all } from './words';
import top from './detail-head.module.css';
import styles from './submission-detail.module.css';

/** The layout of a submission, before it is known. */
export function DetailSkeleton() {
  const words = all.page;
  return (
    <div aria-label={words.loading} role="group">
      <div className={top.head}>
        <p className={top.reference}>
          <Skeleton width="10rem" />
        </p>
        <Skeleton width="16rem" height="2rem" />
        <div className={top.facts}>
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
        <Part head={<RouteHead title={words.route} lead={words.follows} />}>
          <RouteSkeleton />
        </Part>
        <Part head={<h2 className={styles.heading}>{all.timeline.title}</h2>}>
          <Skeleton width="70%" height="6rem" />
        </Part>
      </div>
      <div className={styles.column}>
        <Part head={<h2 className={styles.heading}>{words.sent}</h2>}>
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

function Part({ head, children }: { head: ReactNode; children: ReactNode }) {
  return (
    <Sheet>
      <SheetPart>
        {head}
        {children}
      </SheetPart>
    </Sheet>
  );
}
