import type { StepRunOut } from '@/lib/api/model';
import { words as all } from '../words';

/** The sentence of what holds a step back, with places for `Phrase`. */
export function causeOf({ wait, waiting, behind, wait_until, error_kind }: StepRunOut): string {
  const words = all.waiting;
  switch (wait) {
    case 'paused':
      if (waiting?.pause === 'auth') return words.pausedByUs;
      return waiting?.by ? words.pausedBy : words.pausedBySomebody;
    case 'breaker':
      return words.breaker;
    case 'rate_limit':
      return wait_until || error_kind === 'rate_limited' ? words.throttled : words.limited;
    case 'order':
      return behind ? words.order : words.orderUnknown;
    case 'dependency':
      return words.dependency;
    case 'backoff':
      return words.backoff;
    case 'no_worker':
      return words.noWorker;
    default:
      return words.turn;
  }
}

/** What ends it, and who can. `timed`: there is a time for it that is still ahead. */
export function endOf({ wait, waiting }: StepRunOut, timed: boolean): string {
  const { ends } = all.waiting;
  switch (wait) {
    case 'paused':
      return waiting?.pause === 'auth' ? ends.pausedByUs : ends.paused;
    case 'breaker':
      return timed ? ends.probe : ends.probeNow;
    case 'rate_limit':
      return timed ? ends.until : ends.turn;
    case 'order':
      return ends.order;
    case 'dependency':
      return ends.dependency;
    case 'backoff':
      return timed ? ends.try : ends.tryNow;
    case 'no_worker':
      return ends.noWorker;
    default:
      return ends.turn;
  }
}

/** Whether the connection is where it can be ended or looked into. */
export function isOfConnection({ wait }: StepRunOut): boolean {
  return wait === 'paused' || wait === 'breaker' || wait === 'rate_limit' || wait === 'backoff';
}
