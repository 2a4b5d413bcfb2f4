import { Button } from '@mantine/core';
import Link from 'next/link';
import { useRouter } from 'next/router';
import { useState } from 'react';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { SubmissionDetailOut } from '@/lib/api/model';
import { useOperate } from '@/lib/hooks/use-operate';
import styles from './detail.module.css';

const UNSENT = ['blocked', 'ready', 'waiting'];
const RESUMABLE = ['failed', 'cancelled'];

/** What can be done with the submission as it stands, and where it went on. */
export function OperatorActions({ submission }: { submission: SubmissionDetailOut }) {
  const router = useRouter();
  const { cancel, retry, resume } = useOperate(submission.id);
  const [asking, setAsking] = useState(false);
  const submissionId = submission.id;
  const waits = submission.steps.some((step) => step.status === 'waiting');
  const unsent = submission.steps.some((step) => UNSENT.includes(step.status));
  const resumable = RESUMABLE.includes(submission.status) && !submission.resumed_as;
  const failure = [cancel, retry, resume].find((each) => each.error)?.error;

  const takeUp = () =>
    resume.mutate(
      { submissionId, data: { data: null, newest_version: false } },
      { onSuccess: (made) => void router.push(`/submissions/${made.id}`) },
    );

  return (
    <>
      <Relatives submission={submission} />
      {(waits || unsent || resumable) && (
        <div className={styles.actions} role="group" aria-label="Actions">
          {waits && (
            <Button
              variant="default"
              size="compact-sm"
              loading={retry.isPending}
              onClick={() => retry.mutate({ submissionId })}
            >
              Try again now
            </Button>
          )}
          {resumable && (
            <Button variant="default" size="compact-sm" loading={resume.isPending} onClick={takeUp}>
              Resume from the failed step
            </Button>
          )}
          {unsent && !asking && (
            <Button variant="default" size="compact-sm" onClick={() => setAsking(true)}>
              Cancel what is left
            </Button>
          )}
          {unsent && asking && (
            <>
              <Button
                color="red"
                size="compact-sm"
                loading={cancel.isPending}
                onClick={() =>
                  cancel.mutate({ submissionId }, { onSettled: () => setAsking(false) })
                }
              >
                Yes, send nothing more
              </Button>
              <Button variant="default" size="compact-sm" onClick={() => setAsking(false)}>
                Keep going
              </Button>
            </>
          )}
        </div>
      )}
      {failure && <ErrorNotice error={failure} what="That was not done" />}
    </>
  );
}

function Relatives({ submission }: { submission: SubmissionDetailOut }) {
  const { resumed_from: before, resumed_as: after } = submission;
  if (!before && !after) return null;
  return (
    <p className={styles.relatives}>
      {before && (
        <>
          Takes up <Link href={`/submissions/${before.id}`}>{before.reference}</Link> again.{' '}
        </>
      )}
      {after && (
        <>
          Went on as <Link href={`/submissions/${after.id}`}>{after.reference}</Link>.
        </>
      )}
    </p>
  );
}
