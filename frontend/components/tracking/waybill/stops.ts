import type { Stop } from '@/components/ui/route-line/stop';
import type { StepProgressOut } from '@/lib/api/model';
import { stepState } from '@/lib/words/catalogues/states/states';

/** A step as its sender may see it. */
export function publicStop(step: StepProgressOut): Stop {
  return {
    key: step.key,
    title: step.title,
    system: step.system,
    state: stepState(step.status),
    sentence: step.sentence,
    record: step.record,
    reason: step.reason,
    nextAttemptAt: step.next_attempt_at,
    finishedAt: step.finished_at,
  };
}
