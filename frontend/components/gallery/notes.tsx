import { Barcode } from '@/components/ui/barcode/barcode';
import { DoneNote } from '@/components/ui/done-note/done-note';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { LiveRegion } from '@/components/ui/live-region/live-region';
import { Payload } from '@/components/ui/payload/payload';
import { Phrase } from '@/components/ui/phrase/phrase';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import { Sheet, SheetPart } from '@/components/ui/sheet/sheet';
import { useScripted } from '@/lib/hooks/use-scripted';
import { AN_HOUR_AGO, AWAY, FAILED, FORBIDDEN } from './samples';
import { Shelf, State } from './shelf';

const nothing = () => undefined;

export function Notes() {
  return (
    <>
      <Shelf name="ErrorNotice">
        <State name="it may pass: with a retry">
          <ErrorNotice error={FAILED} what="The list could not be loaded" onRetry={nothing} />
        </State>
        <State name="no network">
          <ErrorNotice error={AWAY} what="The list could not be loaded" onRetry={nothing} />
        </State>
        <State name="it stays so">
          <ErrorNotice error={FORBIDDEN} what="Nothing was changed" onRetry={nothing} />
        </State>
        <State name="of our own">
          <ErrorNotice error={new Error('x')} what="The page could not be drawn" />
        </State>
      </Shelf>
      <Shelf name="EmptyNote">
        <State name="with the next thing to do">
          <EmptyNote title="No connections yet">
            <p>Connect the first system, and workflows can deliver to it.</p>
          </EmptyNote>
        </State>
        <State name="alone">
          <EmptyNote title="Nothing waits" />
        </State>
      </Shelf>
      <Shelf name="DoneNote">
        <State name="said">
          <DoneNote text="The connection is paused." />
        </State>
        <State name="nothing to say">
          <DoneNote text="" />
          <LiveRegion text="" />
        </State>
      </Shelf>
      <Shelf name="PagePart">
        <State name="a part that stopped">
          <PagePart what="Charts">
            <Broken />
          </PagePart>
        </State>
      </Shelf>
      <Shelf name="Time, payload, sheet">
        <State name="RelativeTime">
          <RelativeTime value={AN_HOUR_AGO} />
        </State>
        <State name="Phrase">
          <Phrase text="Sent to {who}." parts={{ who: <strong>Tryton</strong> }} />
        </State>
        <State name="Payload">
          <Payload value={{ company: 'Nordwind', lines: [1, 2, 3] }} label="Sample" />
        </State>
        <State name="Sheet and Barcode">
          <Sheet>
            <SheetPart>WB-7K3M9QXD01</SheetPart>
            <SheetPart>
              <Barcode reference="WB-7K3M9QXD01" />
            </SheetPart>
          </Sheet>
        </State>
      </Shelf>
    </>
  );
}

/** In the browser alone: a server that draws a page has nobody to tell. */
function Broken() {
  if (useScripted()) throw new Error('This part of the gallery fails on purpose.');
  return null;
}
