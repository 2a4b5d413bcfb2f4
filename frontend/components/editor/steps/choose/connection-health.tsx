import { StateLabel } from '@/components/ui/state-mark/state-label';
import type { ConnectionOut } from '@/lib/api/model';
import {
  CONNECTION_MARKS,
  CONNECTION_WORDS,
} from '@/lib/words/catalogues/states/connection-states';

/** How a connection is, unless it simply works. */
export function ConnectionHealth({ connection: { health } }: { connection: ConnectionOut }) {
  if (health.state === 'working') return null;
  return (
    <StateLabel state={CONNECTION_MARKS[health.state]} word={CONNECTION_WORDS[health.state]} />
  );
}
