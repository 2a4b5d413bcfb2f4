import { Barcode } from '@/components/ui/barcode/barcode';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import { RouteLine } from '@/components/ui/route-line/route-line';
import { Sheet, SheetPart } from '@/components/ui/sheet/sheet';
import { StateLabel } from '@/components/ui/state-mark/state-label';
import type { TrackingOut } from '@/lib/api/model';
import { submissionState } from '@/lib/words/catalogues/states/states';
import { useChanges } from '../hooks/use-changes';
import { LiveNote, type Standing } from './live-note';
import { publicStop } from './stops';
import { stateWord } from '../titles';
import { TrackingActions } from './tracking-actions';

type Props = { tracking: TrackingOut; standing: Standing; scripted: boolean; address: string };

/** One submission as a waybill: who carries it, what it is called, and the way it takes. */
export function Waybill({ tracking, standing, scripted, address }: Props) {
  const spoken = useChanges(tracking);
  const { words } = tracking;
  return (
    <>
      <Sheet>
        <SheetPart>
          <div className="t-head">
            <div>
              {tracking.title !== tracking.reference && <p className="t-kind">{tracking.title}</p>}
              <p className="t-reference">{tracking.reference}</p>
            </div>
            <Barcode reference={tracking.reference} />
          </div>
          <dl className="t-facts">
            <div>
              <dt>{words.recipient}</dt>
              <dd>{tracking.organization.name}</dd>
            </div>
            <div>
              <dt>{words.sent}</dt>
              <dd>
                <RelativeTime value={tracking.submitted_at} />
              </dd>
            </div>
            <div>
              <dt>{words.state}</dt>
              <dd>
                <StateLabel state={submissionState(tracking.status)} word={stateWord(tracking)} />
              </dd>
            </div>
          </dl>
        </SheetPart>
        <SheetPart>
          <h1 className="t-headline">{tracking.headline}</h1>
          <RouteLine label={words.steps} stops={tracking.steps.map(publicStop)} headingLevel={2} />
        </SheetPart>
        <SheetPart>
          <div className="t-foot">
            <LiveNote standing={standing} words={words} address={address} />
            <TrackingActions words={words} ready={scripted} />
          </div>
        </SheetPart>
      </Sheet>
      <p className="f-unseen" role="status" aria-live="polite">
        {spoken}
      </p>
    </>
  );
}
