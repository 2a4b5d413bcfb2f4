import { Foreseen } from '@/components/ui/foreseen/foreseen';
import { PlannedRoute } from '@/components/ui/route-line/planned-route';
import { RouteLine } from '@/components/ui/route-line/route-line';
import type { Stop } from '@/components/ui/route-line/stop';
import { RouteSkeleton } from '@/components/ui/skeleton/route-skeleton';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import { StateMark } from '@/components/ui/state-mark/state-mark';
import { STEP_WORDS, type State as Standing } from '@/lib/words/catalogues/states/states';
import { AN_HOUR_AGO, FORESEEN } from './samples';
import { Shelf, State } from './shelf';

const STATES = Object.keys(STEP_WORDS) as Standing[];

const STOPS: Stop[] = STATES.map((state) => ({
  key: state,
  state,
  title: `Customer (${state})`,
  system: 'Tryton',
  sentence: 'Acme Ltd was created in Tryton as party 1042.',
  reason: state === 'waiting' ? 'The ERP is busy.' : null,
  record: state === 'delivered' ? '1042' : null,
  finishedAt: state === 'delivered' ? AN_HOUR_AGO : null,
  nextAttemptAt: state === 'waiting' ? AN_HOUR_AGO : null,
}));

export function Routes() {
  return (
    <>
      <Shelf name="StateMark">
        {STATES.map((state) => (
          <State key={state} name={state}>
            <StateMark state={state} />
          </State>
        ))}
      </Shelf>
      <Shelf name="RouteLine">
        <State name="every state">
          <RouteLine stops={STOPS} label="Every state" />
        </State>
        <State name="planned">
          <PlannedRoute stops={STOPS.slice(0, 2)} label="Planned" />
        </State>
        <State name="pending">
          <RouteSkeleton />
          <Skeleton width="8rem" />
        </State>
      </Shelf>
      <Shelf name="Foreseen">
        <State name="data">
          <Foreseen preview={FORESEEN} connections={[]} />
        </State>
      </Shelf>
    </>
  );
}
