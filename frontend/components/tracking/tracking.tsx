import { useEffect, useMemo, useState } from 'react';
import { Carrier } from '@/components/ui/light-frame/carrier';
import { Colours } from '@/components/ui/light-frame/colours';
import { Phrase } from '@/components/ui/phrase/phrase';
import { TimeLanguageContext } from '@/components/ui/relative-time/time-language';
import type { TrackingOut } from '@/lib/api/model';
import { isTerminal } from '@/lib/words/states';
import { useTracking } from './hooks/use-tracking';
import type { Standing } from './live-note';
import { addressOf } from './address';
import { titleOf } from './titles';
import { Waybill } from './waybill';

/** What the page begins with. It goes from the server to the script as JSON. */
export type Start = { token: string; tracking: TrackingOut };

/** Did it arrive, and if not, what happens now? */
export function Tracking({ token, tracking: atFirst }: Start) {
  const { tracking, liveness } = useTracking(token, atFirst);
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  const { words, language, organization } = tracking;
  const title = titleOf(tracking);
  useEffect(() => {
    document.title = title;
  }, [title]);
  const told = useMemo(() => ({ language, now: words.now }), [language, words.now]);
  const standing: Standing = isTerminal(tracking.status) ? 'off' : scripted ? liveness : 'plain';
  return (
    <TimeLanguageContext value={told}>
      <div className="f-page-frame">
        <a className="f-skip" href="#main">
          {words.skip}
        </a>
        <header className="f-header">
          <p className="f-organization">{organization.name}</p>
          {scripted && <Colours dark={words.dark} light={words.light} />}
        </header>
        <main id="main" tabIndex={-1} className="f-column">
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
    </TimeLanguageContext>
  );
}
