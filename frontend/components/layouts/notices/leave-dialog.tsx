import { Button } from '@mantine/core';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { DangerButton } from '@/components/ui/danger-button/danger-button';
import { Dialog } from '@/components/ui/dialog/dialog';
import { useLeaveQuestion } from '@/lib/hooks/use-leave-guard';
import { words } from '../words';
import styles from './leave-dialog.module.css';

/** Asks whoever leaves a page with unsaved changes. */
export function LeaveDialog() {
  const question = useLeaveQuestion();
  if (!question) return null;
  return (
    <Dialog title={words.leave.title} onClose={question.stay}>
      <p className={styles.text}>{words.leave.text}</p>
      <ButtonRow>
        <Button data-first onClick={question.stay}>
          {words.leave.stay}
        </Button>
        <DangerButton onClick={question.leave}>{words.leave.leave}</DangerButton>
      </ButtonRow>
    </Dialog>
  );
}
