import { StateMark } from '@/components/ui/state-mark/state-mark';
import { Skeleton } from './skeleton';

/** The layout of a route line whose stops are not known yet. */
export function RouteSkeleton({ stops = 2 }: { stops?: number }) {
  return (
    <div className="w-route" aria-hidden="true" data-awaits="true">
      {Array.from({ length: stops }, (_, index) => (
        <div key={index} className="w-stop">
          <span className="w-stop-rail">
            <StateMark state="upcoming" />
          </span>
          <div className="w-stop-body">
            <div className="w-stop-head">
              <Skeleton width="11rem" />
              <span className="w-stop-state">
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
