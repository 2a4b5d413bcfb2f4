import type { AttemptOut, AttemptOutcome, EventOut, StepRunOut } from '@/lib/api/model';
import type { State } from '@/lib/words/catalogues/states/states';
import { duration } from '@/lib/words/amounts/time';
import { words } from '../words';

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

/** What Waybill decided after an attempt, as its event tells; null while that is not known. */
export function decisionOf(
  { number, outcome }: AttemptOut,
  { id }: StepRunOut,
  events: readonly EventOut[],
): string | null {
  const { decisions } = words.attempts;
  if (outcome === 'given_back') return decisions.given_back;
  const event = events.find((each) => each.step_run_id === id && each.detail.try === number);
  switch (event?.kind) {
    case 'step.waiting': {
      const seconds = event.detail.retry_in;
      if (typeof seconds !== 'number') return null;
      return seconds > 0 ? decisions.waiting(duration(seconds * 1000)) : decisions.waitingNot;
    }
    case 'step.failed':
      return decisions.failed;
    case 'step.unknown':
      return decisions.unknown;
    case 'step.succeeded':
      return decisions.succeeded;
    case 'step.found':
      return decisions.found;
    default:
      return outcome === 'skipped' ? decisions.skipped : null;
  }
}

/** The status that the system answered with, where it speaks HTTP. */
export function statusOf({ response }: AttemptOut): number | null {
  const status = response?.status;
  return typeof status === 'number' ? status : null;
}
