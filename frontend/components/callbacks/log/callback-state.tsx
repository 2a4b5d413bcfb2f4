import { StateLabel } from '@/components/ui/state-mark/state-label';
import type { CallbackStatus } from '@/lib/api/model';
import type { State } from '@/lib/words/catalogues/states/states';
import { words } from '../words';

const STATES: Record<CallbackStatus, State> = {
  pending: 'waiting',
  sending: 'transit',
  succeeded: 'delivered',
  failed: 'failed',
  withdrawn: 'skipped',
};

export function CallbackState({ status }: { status: CallbackStatus }) {
  return <StateLabel state={STATES[status]} word={words.log.states[status]} />;
}
