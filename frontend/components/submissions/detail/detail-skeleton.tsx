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
      <div className={styles.columns}>
        <Sheet>
          <SheetPart>
            <h2 className={styles.heading}>{words.route}</h2>
            <RouteSkeleton />
          </SheetPart>
        </Sheet>
        <Sheet>
          <SheetPart>
            <h2 className={styles.heading}>{words.sent}</h2>
            <Skeleton width="100%" height="12rem" />
          </SheetPart>
        </Sheet>
      </div>
    </div>
  );
}
