import { Button } from '@mantine/core';
import Link from 'next/link';
import { useRouter } from 'next/router';
import { useState } from 'react';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Phrase } from '@/components/ui/phrase/phrase';
import type { SubmissionDetailOut, SubmissionRefOut } from '@/lib/api/model';
import { useOperate } from '../../hooks/use-operate';
import { words as all } from '../../words';
import styles from './actions.module.css';

const words = all.actions;

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
        <div
          className={`${styles.actions} ${styles.belowFacts}`}
          role="group"
          aria-label={words.label}
        >
          {waits && (
            <Button
              variant="default"
              size="compact-sm"
              loading={retry.isPending}
              onClick={() => retry.mutate({ submissionId })}
            >
              {words.retry}
            </Button>
          )}
          {resumable && (
            <Button variant="default" size="compact-sm" loading={resume.isPending} onClick={takeUp}>
              {words.resume}
            </Button>
          )}
          {unsent && !asking && (
            <Button variant="default" size="compact-sm" onClick={() => setAsking(true)}>
              {words.cancel}
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
                {words.cancelSure}
              </Button>
              <Button variant="default" size="compact-sm" onClick={() => setAsking(false)}>
                {words.keepGoing}
              </Button>
            </>
          )}
        </div>
      )}
      {failure && <ErrorNotice error={failure} what={all.notDone} />}
    </>
  );
}

function Relatives({ submission }: { submission: SubmissionDetailOut }) {
  const { resumed_from: before, resumed_as: after } = submission;
  if (!before && !after) return null;
  return (
    <p className={styles.relatives}>
      {before && <Relative text={words.takesUp} submission={before} />}
      {before && after && ' '}
      {after && <Relative text={words.wentOn} submission={after} />}
    </p>
  );
}

function Relative({ text, submission }: { text: string; submission: SubmissionRefOut }) {
  const reference = <Link href={`/submissions/${submission.id}`}>{submission.reference}</Link>;
  return <Phrase text={text} parts={{ reference }} />;
}
