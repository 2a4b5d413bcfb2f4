import { Button } from '@mantine/core';
import { useRouter } from 'next/router';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { DangerButton } from '@/components/ui/danger-button/danger-button';
import { Dialog } from '@/components/ui/dialog/dialog';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Phrase } from '@/components/ui/phrase/phrase';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import type { SentAgainOut, SubmissionDetailOut } from '@/lib/api/model';
import { useReplay } from '../hooks/use-replay';
import { words as all } from '../words';
import styles from './actions.module.css';

type Props = { submission: SubmissionDetailOut; onClose: () => void };

/** Which systems would get it a second time, and what they make of that, before it is sent. */
export function ReplayDialog({ submission, onClose }: Props) {
  const words = all.replay;
  const router = useRouter();
  const { preview, replay } = useReplay(submission.id);
  const { data, error, isPending, refetch } = preview;
  const twice = data?.steps.filter((step) => step.delivered && !step.same_by).length ?? 0;
  return (
    <Dialog title={words.title(submission.reference)} onClose={onClose}>
      <div className={styles.asked}>
        <p>{words.intro}</p>
        {data ? (
          <>
            <ol className={styles.steps}>
              {data.steps.map((step) => (
                <li key={step.position}>
                  <bdi>{step.title}</bdi> <span className={styles.system}>{step.system}</span>
                  <p className={styles.hint}>
                    <Consequence step={step} />
                  </p>
                </li>
              ))}
            </ol>
            <p className={styles.sum}>{twice > 0 ? words.likely(twice) : words.none}</p>
          </>
        ) : isPending ? (
          <div role="group" aria-label={words.loading}>
            <Skeleton width="100%" height="5rem" />
          </div>
        ) : (
          <ErrorNotice error={error} what={words.failed} onRetry={() => void refetch()} />
        )}
        {replay.error && <ErrorNotice error={replay.error} what={all.notDone} />}
        <ButtonRow>
          {data && (
            <DangerButton
              loading={replay.isPending}
              onClick={() =>
                replay.mutate(
                  { submissionId: submission.id },
                  { onSuccess: (made) => void router.push(`/submissions/${made.id}`) },
                )
              }
            >
              {words.sure}
            </DangerButton>
          )}
          <Button variant="default" data-first onClick={onClose}>
            {words.leave}
          </Button>
        </ButtonRow>
      </div>
    </Dialog>
  );
}

function Consequence({ step }: { step: SentAgainOut }) {
  const words = all.replay;
  if (!step.delivered) return words.condition;
  if (step.same_by) return words.same(step.system, step.same_by);
  const blind = step.effect === 'blind' ? `${words.blind(step.system)} ` : '';
  if (!step.record) return `${blind}${words.twice(step.system)}`;
  return (
    <>
      {blind}
      <Phrase
        text={words.twiceRecord}
        parts={{ system: step.system, record: <code>{step.record}</code> }}
      />
    </>
  );
}
