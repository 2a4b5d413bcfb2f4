import type { TrackingOut } from '@/lib/api/model';
import { fill } from '@/lib/words/fill';
import { submissionState } from '@/lib/words/catalogues/states/states';

/** The word of a whole submission's state. */
export function stateWord({ status, words }: TrackingOut): string {
  const state = submissionState(status);
  return state === 'upcoming' ? words.states.accepted : words.states[state];
}

/** What the window is called. */
export const titleOf = (tracking: TrackingOut): string =>
  fill(tracking.words.title, {
    reference: tracking.reference,
    state: stateWord(tracking),
    organization: tracking.organization.name,
  });
