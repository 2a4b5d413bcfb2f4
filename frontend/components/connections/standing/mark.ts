import type { ConnectionState } from '@/lib/api/model';
import type { State } from '@/lib/words/states';

/** The shape and colour of a connection's state. */
export const MARKS: Record<ConnectionState, State> = {
  working: 'delivered',
  paused: 'needs',
  refused: 'failed',
  broken: 'failed',
  probing: 'transit',
  cooling: 'waiting',
  failing: 'failed',
  untested: 'upcoming',
};
