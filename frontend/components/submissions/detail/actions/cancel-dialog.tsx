import { Button } from '@mantine/core';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { DangerButton } from '@/components/ui/danger-button/danger-button';
import { Dialog } from '@/components/ui/dialog/dialog';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { StepRunOut, SubmissionDetailOut } from '@/lib/api/model';
import { useOperate } from '../hooks/use-operate';
import { words as all } from '../words';
import styles from './actions.module.css';

const UNSENT = ['blocked', 'ready', 'waiting'];

type Props = { submission: SubmissionDetailOut; onClose: () => void };

/** Which steps are given up, before they are. */
export function CancelDialog({ submission, onClose }: Props) {
  const words = all.actions;
  const { cancel } = useOperate(submission.id);
  const left = submission.steps.filter((step) => UNSENT.includes(step.status));
  const doubtful = left.filter((step) => step.in_doubt);
  const certain = left.filter((step) => !step.in_doubt);
  const stays = submission.steps.some((step) => step.status === 'succeeded');
  return (
    <Dialog title={words.cancelTitle(submission.reference)} onClose={onClose}>
      <div className={styles.asked}>
        {certain.length > 0 && (
          <>
            <p>{words.cancelled}</p>
            <Steps steps={certain} />
          </>
        )}
        {doubtful.length > 0 && (
          <>
            <p>{words.cancelDoubt}</p>
            <Steps steps={doubtful} />
          </>
        )}
        <p>{stays ? words.cancelStays : words.cancelLater}</p>
        {cancel.error && <ErrorNotice error={cancel.error} what={all.notDone} />}
        <ButtonRow>
          <DangerButton
            loading={cancel.isPending}
            onClick={() => cancel.mutate({ submissionId: submission.id }, { onSuccess: onClose })}
          >
            {words.cancelSure}
          </DangerButton>
          <Button variant="default" data-first onClick={onClose}>
            {words.keepGoing}
          </Button>
        </ButtonRow>
      </div>
    </Dialog>
  );
}

function Steps({ steps }: { steps: StepRunOut[] }) {
  return (
    <ul className={styles.steps}>
      {steps.map((step) => (
        <li key={step.id}>
          <bdi>{step.title}</bdi> <span className={styles.system}>{step.system}</span>
        </li>
      ))}
    </ul>
  );
}
