import Head from 'next/head';
import { Barcode } from '@/components/ui/barcode/barcode';
import { LiveRegion } from '@/components/ui/live-region/live-region';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import { RouteLine } from '@/components/ui/route-line/route-line';
import { Sheet, SheetPart } from '@/components/ui/sheet/sheet';
import { StateLabel } from '@/components/ui/state-mark/state-label';
import type { TrackingOut } from '@/lib/api/model';
import type { Liveness } from '@/lib/hooks/use-live';
import {
  PUBLIC_NEEDS_WORD,
  SUBMISSION_WORDS,
  isTerminal,
  submissionState,
} from '@/lib/words/states';
import { LiveNote } from './live-note';
import { publicStop } from './stops';
import { TrackingActions } from './tracking-actions';
import { useChanges } from './hooks/use-changes';
import { words } from './words';
import styles from './tracking.module.css';

/** One submission as a waybill: who carries it, what it is called, and the way it takes. */
export function Waybill({ tracking, liveness }: { tracking: TrackingOut; liveness: Liveness }) {
  const spoken = useChanges(tracking);
  const state = submissionState(tracking.status);
  const word = state === 'needs' ? PUBLIC_NEEDS_WORD : SUBMISSION_WORDS[state];
  return (
    <>
      <Head>
        <title key="title">
          {words.title(tracking.reference, word, tracking.organization.name)}
        </title>
      </Head>
      <Sheet>
        <SheetPart>
          <div className={styles.head}>
            <div>
              <p className={styles.kind}>{tracking.title}</p>
              <p className={styles.reference}>{tracking.reference}</p>
            </div>
            <Barcode reference={tracking.reference} />
          </div>
          <dl className={styles.facts}>
            <div>
              <dt>{words.for}</dt>
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
                <StateLabel state={state} word={word} />
              </dd>
            </div>
          </dl>
        </SheetPart>
        <SheetPart>
          <h1 className={styles.headline}>{tracking.headline}</h1>
          <RouteLine label={words.steps} stops={tracking.steps.map(publicStop)} headingLevel={2} />
        </SheetPart>
        <SheetPart>
          <div className={styles.foot}>
            <LiveNote liveness={isTerminal(tracking.status) ? 'off' : liveness} />
            <TrackingActions />
          </div>
        </SheetPart>
      </Sheet>
      <LiveRegion text={spoken} />
    </>
  );
}
