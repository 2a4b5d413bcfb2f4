import { hydrateRoot } from 'react-dom/client';
import { makeQueryClient } from '@/lib/config/query';
import { startTelemetry } from '@/lib/config/reporting/telemetry';
import { startVitals } from '@/lib/config/reporting/vitals';
import { ISLAND_ID } from './island-id';
import { SignInRoot } from './root';

/** Takes over the sign-in as it was served, then tells it what only the browser knows. */
function begin(element: HTMLElement): void {
  const client = makeQueryClient();
  // Everything that an earlier person had loaded goes with the page.
  const leave = (path: string) => window.location.replace(path);
  const root = hydrateRoot(element, <SignInRoot client={client} search={null} leave={leave} />);
  root.render(<SignInRoot client={client} search={window.location.search} leave={leave} />);
  startTelemetry();
  startVitals('sign-in');
}

const element = document.getElementById(ISLAND_ID);
if (element) begin(element);
