import type { Stop } from '@/components/ui/route-line/stop';
import type { StepProgressOut, TrackingWords } from '@/lib/api/model';
import { stepState } from '@/lib/words/states';

/** A step as its sender may see it: where it needs a person, that person is not the reader. */
export function publicStop(step: StepProgressOut, words: TrackingWords): Stop {
  const state = stepState(step.status);
  return {
    key: step.key,
    title: step.title,
    system: step.system,
    state,
    word: words.states[state],
    sentence: step.sentence,
    record: step.record,
    reason: step.reason,
    nextAttemptAt: step.next_attempt_at,
    finishedAt: step.finished_at,
  };
}
