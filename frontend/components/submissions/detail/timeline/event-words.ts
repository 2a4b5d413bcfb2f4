import type { EventOut, StepRunOut } from '@/lib/api/model';
import type { State } from '@/lib/words/catalogues/states/states';
import { duration } from '@/lib/words/amounts/time';
import { words as all } from '../words';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** One line of the log in words, with the step's own title. */
export function eventWords({ kind, detail }: EventOut, steps: readonly StepRunOut[]): string {
  const { kinds, step: numbered, nobody } = all.timeline;
  const position = Number(detail.step);
  const step = steps.find((each) => each.position === position)?.title ?? numbered(position);
  switch (kind) {
    case 'submission.accepted':
      return kinds.accepted;
    case 'step.succeeded':
      return kinds.succeeded(step);
    case 'step.found':
      return kinds.found(step);
    case 'step.waiting':
      return waiting(detail.retry_in, step);
    case 'step.failed':
      return kinds.failed(step);
    case 'step.unknown':
      return kinds.unknown(step);
    case 'step.skipped':
      return detail.reason === 'failure' ? kinds.skipped(step) : kinds.notNeeded(step);
    case 'step.cancelled':
      return kinds.cancelled(step);
    case 'step.resolved':
      return resolved(text(detail.decision), step);
    case 'step.retry_requested':
      return kinds.retry(step);
    case 'submission.succeeded':
      return kinds.allDelivered;
    case 'submission.failed':
      return kinds.allFailed;
    case 'submission.needs_attention':
      return kinds.needs;
    case 'submission.cancelled':
      return kinds.allCancelled;
    case 'submission.resumed':
      return detail.as ? kinds.resumedAs(text(detail.as)) : kinds.resumedFrom(text(detail.from));
    case 'submission.replayed':
      return detail.as ? kinds.replayedAs(text(detail.as)) : kinds.replayedFrom(text(detail.from));
    case 'submission.assigned':
      return kinds.assigned(text(detail.to) || nobody);
    default:
      return kinds.other(kind);
  }
}

function waiting(seconds: unknown, step: string): string {
  const { kinds } = all.timeline;
  if (typeof seconds !== 'number') return kinds.waitingSoon(step);
  return seconds > 0 ? kinds.waiting(step, duration(seconds * 1000)) : kinds.waitingNot(step);
}

function resolved(decision: string, step: string): string {
  const { kinds } = all.timeline;
  if (decision === 'delivered') return kinds.delivered(step);
  return decision === 'resend' ? kinds.resend(step) : kinds.giveUp(step);
}

const STATES: Record<string, State> = {
  'step.succeeded': 'delivered',
  'step.found': 'delivered',
  'step.waiting': 'waiting',
  'step.failed': 'failed',
  'step.unknown': 'needs',
  'step.skipped': 'skipped',
  'step.cancelled': 'cancelled',
  'submission.succeeded': 'delivered',
  'submission.failed': 'failed',
  'submission.needs_attention': 'needs',
  'submission.cancelled': 'cancelled',
};

/** The mark beside it; what people did is in transit. */
export function eventState({ kind }: EventOut): State {
  return STATES[kind] ?? (kind === 'submission.accepted' ? 'upcoming' : 'transit');
}
