import type { Stop } from '@/components/ui/route-line/stop';
import type { StepProgressOut } from '@/lib/api/model';
import { PUBLIC_NEEDS_WORD, stepState } from '@/lib/words/states';

/** A step as its sender may see it: where it needs a person, that person is not the reader. */
export function publicStop(step: StepProgressOut): Stop {
  const state = stepState(step.status);
  return {
    key: step.key,
    title: step.title,
    system: step.system,
    state,
    word: state === 'needs' ? PUBLIC_NEEDS_WORD : undefined,
    sentence: step.sentence,
    record: step.record,
    reason: step.reason,
    nextAttemptAt: step.next_attempt_at,
    finishedAt: step.finished_at,
  };
}
