import type { Stop } from '@/components/ui/route-line/stop';
import type { StepRunOut, SubmissionDetailOut } from '@/lib/api/model';
import { stepState } from '@/lib/words/states';
import { Attempts } from './attempts/attempts';
import { ResolveUnknown } from './actions/resolve-unknown';

/** A step as an operator sees it: with each attempt below, and the decision if one is needed. */
export function operatorStop(step: StepRunOut, submission: SubmissionDetailOut): Stop {
  return {
    key: step.key,
    title: step.title,
    system: step.system,
    state: stepState(step.status),
    sentence: step.sentence,
    record: step.record,
    recordUrl: step.record_url,
    reason: step.reason,
    nextAttemptAt: step.wait_until ?? step.next_attempt_at,
    finishedAt: step.finished_at,
    detail: (
      <>
        {step.status === 'unknown' && (
          <ResolveUnknown
            step={step}
            reference={submission.reference}
            submissionId={submission.id}
          />
        )}
        <Attempts step={step} />
      </>
    ),
  };
}
