import { Phrase } from '@/components/ui/phrase/phrase';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import { StateLabel } from '@/components/ui/state-mark/state-label';
import type { CallbackEndpointOut } from '@/lib/api/model';
import type { State } from '@/lib/words/catalogues/states/states';
import { words } from '../words';
import styles from './endpoint-table.module.css';

/** Whether it is called, and since when not. */
export function EndpointState({ endpoint }: { endpoint: CallbackEndpointOut }) {
  const { state, word } = standing(endpoint);
  const since = endpoint.enabled ? endpoint.failing_since : endpoint.disabled_at;
  return (
    <>
      <StateLabel state={state} word={word} />
      {since !== null && (
        <span className={styles.since}>
          <Phrase text={words.endpoints.since} parts={{ time: <RelativeTime value={since} /> }} />
        </span>
      )}
    </>
  );
}

function standing(endpoint: CallbackEndpointOut): { state: State; word: string } {
  const said = words.endpoints.states;
  if (!endpoint.enabled) {
    if (endpoint.disabled_reason === 'gone') return { state: 'failed', word: said.gone };
    if (endpoint.disabled_reason === 'failing')
      return { state: 'failed', word: said.disabledFailing };
    return { state: 'skipped', word: said.operator };
  }
  if (endpoint.failing_since !== null) return { state: 'needs', word: said.failing };
  return { state: 'delivered', word: said.on };
}
