import { StateLabel } from '@/components/ui/state-mark/state-label';
import type { ConnectionOut } from '@/lib/api/model';
import { words } from '../words';
import { MARKS } from './mark';

/** Shape, word and colour of how a connection is. */
export function Standing({ connection: { health } }: { connection: ConnectionOut }) {
  return <StateLabel state={MARKS[health.state]} word={words.states[health.state]} />;
}
