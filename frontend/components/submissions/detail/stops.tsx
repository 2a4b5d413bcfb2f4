import type { Stop } from '@/components/ui/route-line/stop';
import type { StepRunOut } from '@/lib/api/model';
import { stepState } from '@/lib/words/states';
import { Attempts } from './attempts';

/** A step as an operator sees it: with each attempt below. */
export function operatorStop(step: StepRunOut): Stop {
  return {
    key: step.key,
    title: step.title,
    system: step.system,
    state: stepState(step.status),
    sentence: step.sentence,
    record: step.record,
    recordUrl: step.record_url,
    reason: step.reason,
    nextAttemptAt: step.next_attempt_at,
    finishedAt: step.finished_at,
    detail: <Attempts step={step} />,
  };
}
