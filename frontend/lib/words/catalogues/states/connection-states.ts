import type { ConnectionState } from '@/lib/api/model';
import { words as de } from './connection-states.de';
import { words as en } from './connection-states.en';
import { inEachLanguage } from '../../languages';
import type { State } from './states';

/** How a connection is, in a word. */
export const CONNECTION_WORDS = inEachLanguage({ en, de });

/** The shape and colour of a connection's state. */
export const CONNECTION_MARKS: Record<ConnectionState, State> = {
  working: 'delivered',
  paused: 'needs',
  refused: 'failed',
  broken: 'failed',
  probing: 'transit',
  cooling: 'waiting',
  failing: 'failed',
  untested: 'upcoming',
};
