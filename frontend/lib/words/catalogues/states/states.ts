import type { StepStatus, SubmissionStatus } from '@/lib/api/model';
import { inEachLanguage } from '../../languages';
import { step as germanStep, submission as germanSubmission } from './states.de';
import { step, submission } from './states.en';

/** What a person sees a step or a submission as. Each has its own shape, word and colour. */
export type State =
  'upcoming' | 'transit' | 'waiting' | 'delivered' | 'needs' | 'failed' | 'cancelled' | 'skipped';

const STEP_STATES: Record<StepStatus, State> = {
  blocked: 'upcoming',
  ready: 'transit',
  sending: 'transit',
  waiting: 'waiting',
  succeeded: 'delivered',
  failed: 'failed',
  unknown: 'needs',
  skipped: 'skipped',
  cancelled: 'cancelled',
};

const SUBMISSION_STATES: Record<SubmissionStatus, State> = {
  accepted: 'upcoming',
  delivering: 'transit',
  succeeded: 'delivered',
  needs_attention: 'needs',
  failed: 'failed',
  cancelled: 'cancelled',
};

// Marked as pure: the public pages, which have other words, then carry none of these.

/** The words of a step's states. */
export const STEP_WORDS: Record<State, string> = /* @__PURE__ */ inEachLanguage({
  en: step,
  de: germanStep,
});

/** The words of a whole submission's states. */
export const SUBMISSION_WORDS: Record<State, string> = /* @__PURE__ */ inEachLanguage({
  en: submission,
  de: germanSubmission,
});

const TERMINAL: ReadonlySet<SubmissionStatus> = new Set(['succeeded', 'failed', 'cancelled']);

export function stepState(status: StepStatus): State {
  return STEP_STATES[status];
}

export function submissionState(status: SubmissionStatus): State {
  return SUBMISSION_STATES[status];
}

/** Nothing changes any more after one of these. */
export function isTerminal(status: SubmissionStatus): boolean {
  return TERMINAL.has(status);
}
