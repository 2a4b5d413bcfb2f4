import { hydrateRoot } from 'react-dom/client';
import { AsServed } from '@/components/ui/light-frame/as-served';
import { startTelemetry } from '@/lib/config/reporting/telemetry';
import { startVitals } from '@/lib/config/reporting/vitals';
import { PROPS_ID, ROOT_ID } from './island-ids';
import { Tracking, type Start } from './tracking';

function begin(): void {
  const root = document.getElementById(ROOT_ID);
  const props = document.getElementById(PROPS_ID)?.textContent;
  if (!root || !props) return;
  hydrateRoot(
    root,
    <AsServed html={root.innerHTML}>
      <Tracking {...(JSON.parse(props) as Start)} />
    </AsServed>,
  );
  startTelemetry();
  startVitals('tracking');
}

// A task of its own: reading the script and drawing the page are long enough each.
setTimeout(begin);
