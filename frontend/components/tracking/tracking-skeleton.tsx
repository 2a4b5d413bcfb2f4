import { Sheet, SheetPart } from '@/components/ui/sheet/sheet';
import { RouteSkeleton } from '@/components/ui/skeleton/route-skeleton';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import { words } from './words';
import styles from './tracking.module.css';

/** The layout of the waybill, before its state is known. */
export function TrackingSkeleton() {
  return (
    <Sheet label={words.loading}>
      <SheetPart>
        <div className={styles.head}>
          <div>
            <p className={styles.kind}>
              <Skeleton width="7rem" />
            </p>
            <p className={styles.reference}>
              <Skeleton width="11rem" />
            </p>
          </div>
          <Skeleton width="11.5rem" height="2.25rem" />
        </div>
        <div className={styles.facts}>
          {[words.for, words.sent, words.state].map((term) => (
            <div key={term}>
              <p className={styles.term}>{term}</p>
              <Skeleton width="7rem" />
            </div>
          ))}
        </div>
      </SheetPart>
      <SheetPart>
        <p className={styles.headline}>
          <Skeleton width="16rem" />
        </p>
        <RouteSkeleton />
      </SheetPart>
      <SheetPart>
        <div className={styles.foot}>
          <Skeleton width="12rem" height="2rem" />
        </div>
      </SheetPart>
    </Sheet>
  );
}
