import type { TrackingOut } from '@/lib/api/model';
import { submissionState } from '@/lib/words/states';

/** The word of a whole submission's state. */
export function stateWord({ status, words }: TrackingOut): string {
  const state = submissionState(status);
  return state === 'upcoming' ? words.states.accepted : words.states[state];
}

const PLACE = /\{(\w+)\}/g;

/** What the window is called. */
export function titleOf(tracking: TrackingOut): string {
  const values: Record<string, string> = {
    reference: tracking.reference,
    state: stateWord(tracking),
    organization: tracking.organization.name,
  };
  return tracking.words.title.replace(PLACE, (place, name: string) => values[name] ?? place);
}
