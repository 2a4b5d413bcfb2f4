import { Button, TextInput, VisuallyHidden } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { Dialog } from '@/components/ui/dialog/dialog';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { useRetentionChanges } from './hooks/use-retention';
import { Affected } from './affected';
import type { Chosen } from './retention-table';
import { MOST_DAYS, typedDays } from './days';
import { words } from './words';
import styles from './retention-dialog.module.css';

type Props = {
  chosen: Chosen;
  organizationDays: number | null;
  onClose: () => void;
  onDone: (what: string) => void;
};

/** Chooses a time, and shows what it deletes before it is said. */
export function RetentionDialog({ chosen, organizationDays, onClose, onDone }: Props) {
  const { workflow, name } = chosen;
  const { ofOrganization, ofWorkflow } = useRetentionChanges();
  const [limited, setLimited] = useState(chosen.days !== null);
  const [text, setText] = useState(chosen.days === null ? '' : String(chosen.days));
  const typed = typedDays(text);
  const days = limited ? typed : null;
  const held = days ?? (workflow === null ? null : organizationDays);
  const same = days === chosen.days;
  const ready = (!limited || typed !== null) && !same;
  const error = ofOrganization.error ?? ofWorkflow.error;

  function save(event: FormEvent) {
    event.preventDefault();
    if (!ready) return;
    const ending = {
      onSuccess: () => {
        onDone(words.done(name, held));
        onClose();
      },
    };
    if (workflow === null) ofOrganization.mutate({ data: { days } }, ending);
    else ofWorkflow.mutate({ slug: workflow, data: { days } }, ending);
  }

  return (
    <Dialog title={words.dialog.title(name)} onClose={onClose}>
      <form className={styles.form} onSubmit={save} noValidate>
        <fieldset className={styles.choices}>
          <legend>
            <VisuallyHidden>{words.dialog.kept}</VisuallyHidden>
          </legend>
          <label className={styles.choice}>
            <input
              type="radio"
              name="kept"
              data-first
              checked={!limited}
              onChange={() => setLimited(false)}
            />
            {workflow === null ? words.dialog.forGood : words.dialog.asAll(organizationDays)}
          </label>
          <label className={styles.choice}>
            <input type="radio" name="kept" checked={limited} onChange={() => setLimited(true)} />
            {words.dialog.limited}
          </label>
        </fieldset>
        {limited && (
          <TextInput
            label={words.dialog.days}
            description={words.dialog.range(MOST_DAYS)}
            inputMode="numeric"
            maxLength={5}
            value={text}
            error={text !== '' && typed === null ? words.dialog.wrong(MOST_DAYS) : null}
            onChange={(event) => setText(event.currentTarget.value.trim())}
          />
        )}
        {ready && <Affected workflow={workflow} days={held} />}
        {error && <ErrorNotice error={error} what={words.dialog.failed} />}
        <ButtonRow>
          <Button
            type="submit"
            disabled={!ready}
            loading={ofOrganization.isPending || ofWorkflow.isPending}
          >
            {ready ? words.dialog.keep(held) : words.dialog.save}
          </Button>
          <Button variant="default" onClick={onClose}>
            {words.dialog.leave}
          </Button>
        </ButtonRow>
      </form>
    </Dialog>
  );
}
