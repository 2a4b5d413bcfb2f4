import { StateLabel } from '@/components/ui/state-mark/state-label';
import type { ConnectionOut } from '@/lib/api/model';
import {
  CONNECTION_MARKS,
  CONNECTION_WORDS,
} from '@/lib/words/catalogues/states/connection-states';
import { words } from '../words';
import { isInVain } from './in-vain';

/** Shape, word and colour of how a connection is. */
export function Standing({ connection }: { connection: ConnectionOut }) {
  const { health } = connection;
  if (isInVain(connection)) return <StateLabel state="failed" word={words.inVain} />;
  return (
    <StateLabel state={CONNECTION_MARKS[health.state]} word={CONNECTION_WORDS[health.state]} />
  );
}
