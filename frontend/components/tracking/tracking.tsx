import { useEffect, useMemo } from 'react';
import { Carrier } from '@/components/ui/light-frame/carrier';
import { Colours } from '@/components/ui/light-frame/colours';
import { Phrase } from '@/components/ui/phrase/phrase';
import type { TrackingOut } from '@/lib/api/model';
import { useScripted } from '@/lib/hooks/use-scripted';
import { SpokenContext } from '@/lib/words/spoken';
import { isTerminal } from '@/lib/words/catalogues/states/states';
import { useTracking } from './hooks/use-tracking';
import type { Standing } from './waybill/live-note';
import { spokenIn } from './spoken';
import { addressOf } from './address';
import { LastWords } from './last-words';
import { titleOf } from './titles';
import { Waybill } from './waybill/waybill';

/** What the page begins with. It goes from the server to the script as JSON. */
export type Start = {
  token: string;
  tracking: TrackingOut;
  /** Whether the page goes on to another site by itself. */
  leadsOn: boolean;
};

/** Did it arrive, and if not, what happens now? */
export function Tracking({ token, tracking: atFirst, leadsOn }: Start) {
  const { tracking, liveness } = useTracking(token, atFirst);
  const scripted = useScripted();
  const { words, language, organization } = tracking;
  const title = titleOf(tracking);
  useEffect(() => {
    document.title = title;
  }, [title]);
  const spoken = useMemo(() => spokenIn({ language, words }), [language, words]);
  const standing: Standing = isTerminal(tracking.status) ? 'off' : scripted ? liveness : 'plain';
  return (
    <SpokenContext value={spoken}>
      <div className="f-page-frame">
        <a className="f-skip" href="#main">
          {words.skip}
        </a>
        <header className="f-header">
          <p className="f-organization">{organization.name}</p>
          {scripted && <Colours dark={words.dark} light={words.light} />}
        </header>
        <main id="main" tabIndex={-1} className="f-column">
          {tracking.sent && <LastWords sent={tracking.sent} words={words} leadsOn={leadsOn} />}
          <Waybill
            tracking={tracking}
            standing={standing}
            scripted={scripted}
            address={addressOf(token)}
          />
        </main>
        <footer className="f-footer">
          <Phrase text={words.carried_by} parts={{ brand: <Carrier /> }} />
        </footer>
      </div>
    </SpokenContext>
  );
}
