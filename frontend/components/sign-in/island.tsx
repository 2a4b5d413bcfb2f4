import { hydrateRoot } from 'react-dom/client';
import { makeQueryClient } from '@/lib/config/query';
import { startTelemetry } from '@/lib/config/reporting/telemetry';
import { startVitals } from '@/lib/config/reporting/vitals';
import { BRAND } from '@/lib/words/brand';
import '@/lib/words/console';
import { speak } from '@/lib/words/languages';
import { words as pages } from '@/lib/words/catalogues/pages';
import { AWAITS_WORDS, languageToSpeak } from '@/lib/words/preference';
import { ISLAND_ID } from './island-id';
import { SignInRoot } from './root';

/** Takes over the sign-in as it was served, then tells it what only the browser knows. */
function begin(element: HTMLElement): void {
  const client = makeQueryClient();
  // Everything that an earlier person had loaded goes with the page.
  const leave = (path: string) => window.location.replace(path);
  const root = hydrateRoot(element, <SignInRoot client={client} search={null} leave={leave} />);
  speak(languageToSpeak());
  root.render(<SignInRoot client={client} search={window.location.search} leave={leave} />);
  document.title = `${pages.signIn} · ${BRAND}`;
  document.documentElement.removeAttribute(AWAITS_WORDS);
  startTelemetry();
  startVitals('sign-in');
}

const element = document.getElementById(ISLAND_ID);
if (element) begin(element);
