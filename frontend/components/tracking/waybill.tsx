import Head from 'next/head';
import { Barcode } from '@/components/ui/barcode/barcode';
import { LiveRegion } from '@/components/ui/live-region/live-region';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import { RouteLine } from '@/components/ui/route-line/route-line';
import { Sheet, SheetPart } from '@/components/ui/sheet/sheet';
import { StateLabel } from '@/components/ui/state-mark/state-label';
import type { TrackingOut } from '@/lib/api/model';
import type { Liveness } from '@/lib/hooks/use-live';
import { fill } from '@/lib/words/fill';
import { SpokenContext } from '@/lib/words/spoken';
import { isTerminal, submissionState } from '@/lib/words/states';
import { LiveNote } from './live-note';
import { publicStop } from './stops';
import { TrackingActions } from './tracking-actions';
import { useChanges } from './hooks/use-changes';
import { useDocumentLanguage } from './hooks/use-document-language';
import { spokenIn } from './spoken';
import styles from './tracking.module.css';

/** One submission as a waybill: who carries it, what it is called, and the way it takes. */
export function Waybill({ tracking, liveness }: { tracking: TrackingOut; liveness: Liveness }) {
  const { words, reference } = tracking;
  const changed = useChanges(tracking);
  useDocumentLanguage(tracking);
  const state = submissionState(tracking.status);
  const word = state === 'upcoming' ? words.states.accepted : words.states[state];
  const organization = tracking.organization.name;
  return (
    <SpokenContext value={spokenIn(tracking)}>
      <Head>
        <title key="title">{fill(words.title, { reference, state: word, organization })}</title>
      </Head>
      <Sheet>
        <SheetPart>
          <div className={styles.head}>
            <div>
              <p className={styles.kind}>{tracking.title}</p>
              <p className={styles.reference}>{reference}</p>
            </div>
            <Barcode reference={reference} />
          </div>
          <dl className={styles.facts}>
            <div>
              <dt>{words.recipient}</dt>
              <dd>{organization}</dd>
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
            <LiveNote
              liveness={isTerminal(tracking.status) ? 'off' : liveness}
              words={words.live}
            />
            <TrackingActions words={words} />
          </div>
        </SheetPart>
      </Sheet>
      <LiveRegion text={changed} />
    </SpokenContext>
  );
}
