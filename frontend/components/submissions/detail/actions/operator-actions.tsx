import dynamic from 'next/dynamic';
import { useRouter } from 'next/router';
import { useState } from 'react';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { SubmissionDetailOut } from '@/lib/api/model';
import { useMay } from '../hooks/use-may';
import { useOperate } from '../hooks/use-operate';
import { words as all } from '../words';
import { Action } from './action';
import { Relatives } from './relatives';
import styles from './actions.module.css';

const CancelDialog = dynamic(
  () => import('./cancel-dialog').then((module) => module.CancelDialog),
  { ssr: false },
);
const ReplayDialog = dynamic(
  () => import('./replay-dialog').then((module) => module.ReplayDialog),
  { ssr: false },
);

const UNSENT = ['blocked', 'ready', 'waiting'];
const RESUMABLE = ['failed', 'cancelled'];

type Props = { submission: SubmissionDetailOut; correcting: boolean; onCorrect: () => void };

/** What can be done with the submission as it stands, and where it went on. */
export function OperatorActions({ submission, correcting, onCorrect }: Props) {
  const words = all.actions;
  const router = useRouter();
  const may = useMay('submissions:operate');
  const { retry, resume } = useOperate(submission.id);
  const [asking, setAsking] = useState<'cancel' | 'replay' | null>(null);
  const submissionId = submission.id;
  const erased = submission.erased_at !== null;
  const waits = submission.steps.some((step) => step.status === 'waiting');
  const unsent = submission.steps.some((step) => UNSENT.includes(step.status));
  const resumable = RESUMABLE.includes(submission.status) && !submission.resumed_as && !erased;
  const replayable = submission.status === 'succeeded' && !erased;
  const failure = [retry, resume].find((each) => each.error)?.error;

  const takeUp = () =>
    resume.mutate(
      { submissionId, data: { data: null, newest_version: false } },
      { onSuccess: (made) => void router.push(`/submissions/${made.id}`) },
    );

  return (
    <>
      <Relatives submission={submission} />
      {may === false && (waits || unsent || resumable || replayable) && (
        <p className={styles.readOnly}>{words.readOnly}</p>
      )}
      {may && !correcting && (waits || unsent || resumable || replayable) && (
        <ul className={styles.actions} aria-label={words.label}>
          {waits && (
            <Action
              name={words.retry}
              hint={words.retryHint}
              loading={retry.isPending}
              onClick={() => retry.mutate({ submissionId })}
            />
          )}
          {resumable && (
            <>
              <Action primary name={words.correct} hint={words.correctHint} onClick={onCorrect} />
              <Action
                name={words.resume}
                hint={words.resumeHint}
                loading={resume.isPending}
                onClick={takeUp}
              />
            </>
          )}
          {replayable && (
            <Action
              name={words.replay}
              hint={words.replayHint}
              onClick={() => setAsking('replay')}
            />
          )}
          {unsent && (
            <Action
              name={words.cancel}
              hint={words.cancelHint}
              onClick={() => setAsking('cancel')}
            />
          )}
        </ul>
      )}
      {failure && <ErrorNotice error={failure} what={all.notDone} />}
      {asking === 'cancel' && (
        <CancelDialog submission={submission} onClose={() => setAsking(null)} />
      )}
      {asking === 'replay' && (
        <ReplayDialog submission={submission} onClose={() => setAsking(null)} />
      )}
    </>
  );
}
