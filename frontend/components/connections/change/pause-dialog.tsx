import { Button, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { Dialog } from '@/components/ui/dialog/dialog';
import type { ConnectionOut } from '@/lib/api/model';
import { PauseConnectionBody } from '@/lib/api/zod/connections/connections';
import { checkedBy } from '@/lib/forms/checked-by';
import { focusFirst } from '@/lib/forms/focus-first';
import { showRefused } from '@/lib/forms/refused-fields';
import { useChanges } from '../hooks/use-changes';
import { words as all } from '../words';
import { Refusal } from './refusal';
import styles from './change.module.css';

type Props = {
  connection: ConnectionOut;
  onClose: () => void;
  onDone: (what: string) => void;
};

/** What a pause means, and why it is made. */
export function PauseDialog({ connection, onClose, onDone }: Props) {
  const words = all.pausing;
  const { pause } = useChanges(connection);
  const form = useForm({
    initialValues: { message: '' },
    validate: checkedBy(PauseConnectionBody),
  });
  const { slug, name } = connection;
  const send = form.onSubmit(
    (data) =>
      pause.mutate(
        { connection: slug, data },
        {
          onSuccess: () => {
            onDone(all.done.paused(name));
            onClose();
          },
          onError: (error) => showRefused(form, error),
        },
      ),
    focusFirst(form),
  );
  return (
    <Dialog title={words.title(name)} onClose={onClose}>
      <form className={styles.form} onSubmit={send} noValidate>
        <p>{words.text}</p>
        <Textarea
          data-first
          label={words.why}
          description={words.whyHint}
          rows={3}
          dir="auto"
          {...form.getInputProps('message')}
        />
        <Refusal error={pause.error} what={words.failed} />
        <ButtonRow>
          <Button type="submit" loading={pause.isPending}>
            {words.confirm}
          </Button>
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
        </ButtonRow>
      </form>
    </Dialog>
  );
}
