import { Link } from '@/components/ui/link/link';
import type { Stop } from '@/components/ui/route-line/stop';
import type { EventOut, StepRunOut, SubmissionDetailOut } from '@/lib/api/model';
import { webAddress } from '@/lib/http/web-address';
import { stepState } from '@/lib/words/catalogues/states/states';
import { ResolveUnknown } from './actions/resolve-unknown';
import { Attempts } from './attempts/attempts';
import { Waiting } from './waiting/waiting';
import { words as all } from './words';

/** A step as an operator sees it: why it waits, each attempt, and the decision if one is needed. */
export function operatorStop(
  step: StepRunOut,
  submission: SubmissionDetailOut,
  events: readonly EventOut[],
): Stop {
  const waits = step.wait !== null && step.wait !== 'dependency';
  return {
    key: step.key,
    title: step.title,
    system: <Link href={`/connections/${step.connection.slug}`}>{step.system}</Link>,
    // Ready, but held back: it waits, whatever the engine calls it.
    state: waits && step.wait !== 'turn' ? 'waiting' : stepState(step.status),
    sentence: waits ? null : standing(step),
    record: step.record,
    recordUrl: webAddress(step.record_url),
    reason: waits || step.status === 'blocked' ? null : step.reason,
    finishedAt: step.finished_at,
    detail: (
      <>
        {waits && <Waiting step={step} />}
        {step.status === 'failed' && step.error_kind === 'auth_failed' && (
          <p>
            <Link href={`/connections/${step.connection.slug}`}>
              {all.waiting.connection(step.connection.name)}
            </Link>
          </p>
        )}
        {step.status === 'unknown' && (
          <ResolveUnknown
            step={step}
            reference={submission.reference}
            submissionId={submission.id}
          />
        )}
        <Attempts step={step} events={events} />
      </>
    ),
  };
}

/** What is done, its workflow says in its own words; how the others stand, the console. */
function standing({ status, sentence, system }: StepRunOut): string {
  return all.stands[status]?.(system) ?? sentence;
}
