import type { AttemptOutcome } from '@/lib/api/model';
import type { State } from '@/lib/words/states';

/** How an attempt ended, as a person says it. */
export const OUTCOMES: Record<AttemptOutcome, { state: State; word: string }> = {
  sending: { state: 'transit', word: 'Sending' },
  succeeded: { state: 'delivered', word: 'Delivered' },
  found: { state: 'delivered', word: 'Found there' },
  failed: { state: 'failed', word: 'Did not succeed' },
  given_back: { state: 'waiting', word: 'Given back unsent' },
  lost: { state: 'needs', word: 'Answer lost' },
};

const ERROR_WORDS: Record<string, string> = {
  transient: 'The system could not be reached or was busy. This passes, so Waybill tries again.',
  rate_limited: 'The system asked for fewer requests. Waybill waits, then tries again.',
  invalid_input: 'The system refused the data. Trying again without a change would not help.',
  auth_failed: 'The system refused our sign-in. Check the credentials of the connection.',
  outcome_unknown: 'No answer came back, so it is not known whether the system took it.',
  internal: 'Waybill itself failed here. The request id in the logs leads to the cause.',
};

/** What a kind of error means for what happens next; an unknown kind is shown as it is. */
export function errorWords(kind: string): string {
  return ERROR_WORDS[kind] ?? kind;
}
