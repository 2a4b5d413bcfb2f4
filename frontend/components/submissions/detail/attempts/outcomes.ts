import type { AttemptOutcome } from '@/lib/api/model';
import type { State } from '@/lib/words/states';
import { words } from '../../words';

/** What the end of an attempt looks like. */
export const OUTCOME_STATES: Record<AttemptOutcome, State> = {
  sending: 'transit',
  succeeded: 'delivered',
  found: 'delivered',
  failed: 'failed',
  given_back: 'waiting',
  lost: 'needs',
  skipped: 'skipped',
};

/** What a kind of error means for what happens next; an unknown kind is shown as it is. */
export function errorWords(kind: string): string {
  return words.attempts.errors[kind] ?? kind;
}
