import { RouteSkeleton } from '@/components/ui/skeleton/route-skeleton';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import { Sheet, SheetPart } from '@/components/ui/sheet/sheet';
import { words as all } from '../words';
import head from './detail-head.module.css';
import styles from './workflow-detail.module.css';

/** The layout of a workflow, before it is known. */
export function DetailSkeleton() {
  const words = all.detail;
  return (
    <>
      <div className={head.head}>
        <div>
          <Skeleton width="16rem" height="1.95rem" />
          <p className={head.facts}>
            <Skeleton width="14rem" />
          </p>
        </div>
        <Skeleton width="12rem" height="2.75rem" />
      </div>
      <div className={styles.columns}>
        {[words.route, words.form].map((title) => (
          <Sheet key={title}>
            <SheetPart>
              <h2 className={styles.heading}>{title}</h2>
              <RouteSkeleton stops={3} />
            </SheetPart>
          </Sheet>
        ))}
      </div>
    </>
  );
}
