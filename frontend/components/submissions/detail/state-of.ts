import type { SubmissionDetailOut } from '@/lib/api/model';
import { submissionState, type State } from '@/lib/words/catalogues/states/states';

/** A submission of which every open step is held back waits, whatever the engine calls it. */
export function stateOf({ status, wait }: SubmissionDetailOut): State {
  const held = wait !== null && wait.reason !== 'turn' && wait.reason !== 'dependency';
  const state = submissionState(status);
  return held && (state === 'transit' || state === 'upcoming') ? 'waiting' : state;
}
