import { Button, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { Dialog } from '@/components/ui/dialog/dialog';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { AlertOut } from '@/lib/api/model';
import { AcknowledgeAlertBody } from '@/lib/api/zod/alerts/alerts';
import { checkedBy } from '@/lib/forms/checked-by';
import { useAnswer } from '../hooks/use-alerts';
import { words } from '../words';
import styles from './dialogs.module.css';

type Props = { alert: AlertOut; onClose: () => void; onDone: (what: string) => void };

/** Somebody sees to it, and says to the others what they do. */
export function AcknowledgeDialog({ alert, onClose, onDone }: Props) {
  const { acknowledge, told } = useAnswer();
  const said = words.answer.acknowledging;
  const form = useForm({
    initialValues: { note: alert.acknowledged_note },
    validate: checkedBy(AcknowledgeAlertBody),
  });
  return (
    <Dialog title={said.confirm} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={form.onSubmit((data) =>
          acknowledge.mutate(
            { alertId: alert.id, data, params: told },
            { onSuccess: () => onDone(said.done) },
          ),
        )}
      >
        <p dir="auto" className={styles.about}>
          {alert.title}
        </p>
        <p className={styles.text}>{said.text}</p>
        <Textarea
          data-first
          label={said.note}
          description={said.hint}
          autosize
          minRows={2}
          maxRows={8}
          {...form.getInputProps('note')}
        />
        {acknowledge.error && <ErrorNotice error={acknowledge.error} what={said.failed} />}
        <ButtonRow>
          <Button type="submit" loading={acknowledge.isPending}>
            {said.confirm}
          </Button>
          <Button variant="default" onClick={onClose}>
            {words.answer.cancel}
          </Button>
        </ButtonRow>
      </form>
    </Dialog>
  );
}
