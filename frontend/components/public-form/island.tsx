import { hydrateRoot } from 'react-dom/client';
import { AsServed } from '@/components/ui/light-frame/as-served';
import { startTelemetry } from '@/lib/config/reporting/telemetry';
import { startVitals } from '@/lib/config/reporting/vitals';
import { typedFrom } from './answers/entries';
import { emptyAnswers, type Typed } from './answers/typed';
import { PROPS_ID, ROOT_ID } from './island-ids';
import { PublicForm } from './public-form';
import type { Start } from './hooks/use-public-form';

/**
 * Makes the served form come alive. What was typed before this script was there stays. In a frame
 * that may not even speak to its own server the plain form is left as it is: it works there.
 */
function begin(): void {
  const root = document.getElementById(ROOT_ID);
  const props = document.getElementById(PROPS_ID)?.textContent;
  if (!root || !props || window.origin === 'null') return;
  const start = JSON.parse(props) as Start;
  hydrateRoot(
    root,
    <AsServed html={root.innerHTML}>
      <PublicForm {...start} byHand={typedByHand(root, start)} />
    </AsServed>,
  );
  startTelemetry();
  startVitals('form');
}

function typedByHand(root: HTMLElement, { form, given }: Start): Typed {
  const element = root.querySelector('form');
  if (!element) return {};
  const before: Typed = { ...emptyAnswers(form.questions), ...given };
  const now = typedFrom(form.questions, new FormData(element));
  const shape = (typed: unknown) =>
    JSON.stringify(typed, (key, value: unknown) => (key === 'id' ? 0 : value));
  return Object.fromEntries(
    Object.entries(now).filter(
      ([key, entry]) => entry !== '' && shape(entry) !== shape(before[key]),
    ),
  );
}

// A task of its own: reading the script and drawing the form are long enough each.
setTimeout(begin);
