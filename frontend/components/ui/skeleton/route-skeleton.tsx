import { StateMark } from '@/components/ui/state-mark/state-mark';
import route from '@/components/ui/route-line/route-line.module.css';
import { Skeleton } from './skeleton';

/** The layout of a route line whose stops are not known yet. */
export function RouteSkeleton({ stops = 2 }: { stops?: number }) {
  return (
    <div className={route.route} aria-hidden="true">
      {Array.from({ length: stops }, (_, index) => (
        <div key={index} className={route.stop}>
          <span className={route.rail}>
            <StateMark state="upcoming" />
          </span>
          <div className={route.body}>
            <div className={route.head}>
              <Skeleton width="11rem" />
              <span className={route.state}>
                <Skeleton width="5rem" />
              </span>
            </div>
            <Skeleton width="80%" />
          </div>
        </div>
      ))}
    </div>
  );
}
