import { Button, TextInput, VisuallyHidden } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Dialog } from '@/components/ui/dialog/dialog';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { useRetentionChanges } from './hooks/use-retention';
import { Affected } from './affected';
import type { Chosen } from './retention-table';
import { MOST_DAYS, kept, typedDays } from './words';
import styles from './retention.module.css';

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
        onDone(`“${name}” is kept ${kept(held)} from now on.`);
        onClose();
      },
    };
    if (workflow === null) ofOrganization.mutate({ data: { days } }, ending);
    else ofWorkflow.mutate({ slug: workflow, data: { days } }, ending);
  }

  return (
    <Dialog title={`How long “${name}” is kept`} onClose={onClose}>
      <form className={styles.form} onSubmit={save} noValidate>
        <fieldset className={styles.choices}>
          <legend>
            <VisuallyHidden>Kept</VisuallyHidden>
          </legend>
          <label className={styles.choice}>
            <input
              type="radio"
              name="kept"
              data-first
              checked={!limited}
              onChange={() => setLimited(false)}
            />
            {workflow === null ? 'For good' : `As all workflows: ${kept(organizationDays)}`}
          </label>
          <label className={styles.choice}>
            <input type="radio" name="kept" checked={limited} onChange={() => setLimited(true)} />
            For a number of days
          </label>
        </fieldset>
        {limited && (
          <TextInput
            label="Days after the submission ended"
            description={`From 1 to ${MOST_DAYS}.`}
            inputMode="numeric"
            maxLength={5}
            value={text}
            error={text !== '' && typed === null ? `A whole number from 1 to ${MOST_DAYS}.` : null}
            onChange={(event) => setText(event.currentTarget.value.trim())}
          />
        )}
        {ready && <Affected workflow={workflow} days={held} />}
        {error && <ErrorNotice error={error} what="Nothing was changed" />}
        <div className={styles.buttons}>
          <Button
            type="submit"
            disabled={!ready}
            loading={ofOrganization.isPending || ofWorkflow.isPending}
          >
            {ready ? `Keep ${kept(held)}` : 'Save'}
          </Button>
          <Button variant="default" onClick={onClose}>
            Change nothing
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
