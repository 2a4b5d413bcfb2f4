import { Button } from '@mantine/core';
import { useState } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { Dialog } from '@/components/ui/dialog/dialog';
import type { ConnectionOut, ConnectorOut } from '@/lib/api/model';
import { focusFirst } from '@/lib/forms/focus-first';
import { showRefused } from '@/lib/forms/refused-fields';
import { useChanges } from '../hooks/use-changes';
import { EndDate, endOf } from '../inputs/end-date';
import { Fields } from '../inputs/fields';
import { TrialPending, TrialResult } from '../parts/trial-result';
import { bodyOf } from '../schema/body';
import { fieldsOf, type Schema } from '../schema/model';
import { placeOf } from '../schema/places';
import { words as all } from '../words';
import { Refusal } from './refusal';
import { usePartForm } from './use-part-form';
import styles from './change.module.css';

type Props = {
  connection: ConnectionOut;
  connector: ConnectorOut;
  onClose: () => void;
  onDone: (what: string) => void;
};

/** New credentials: tested first, then put in the place of the old ones, and if it waits, resumed. */
export function RotateDialog({ connection, connector, onClose, onDone }: Props) {
  const words = all.rotating;
  const { slug, name, health } = connection;
  const { attempt, rotate, resume, test: ownTest } = useChanges(connection);
  const [fields] = useState(() => fieldsOf(connector.credentials_schema as Schema));
  const [end, setEnd] = useState('');
  const form = usePartForm('credentials', fields);
  const credentials = () => bodyOf(fields, form.values.credentials);
  const onError = (error: unknown) =>
    showRefused(form, error, { fieldOf: (field) => placeOf(field, form.values) });
  const finish = (what: string) => {
    onDone(what);
    onClose();
  };
  const test = form.onSubmit(
    () => attempt.mutate({ connection: slug, data: { credentials: credentials() } }, { onError }),
    focusFirst(form),
  );
  const tested = attempt.isPending ? undefined : attempt.data;
  const replace = () =>
    rotate.mutate(
      { credentials: credentials(), end_at: endOf(end) },
      {
        onError,
        onSuccess: () => {
          // What was tried is what is stored now: its page may say so.
          if (tested?.ok) ownTest.mutate({ connection: slug });
          if (health.state !== 'refused') finish(all.done.rotated);
          else
            resume.mutate(
              { connection: slug },
              { onSuccess: () => finish(all.done.rotatedResumed(name)) },
            );
        },
      },
    );
  const put = health.state === 'refused' ? words.replaceResume : words.replace;
  return (
    <Dialog title={words.title(name)} onClose={onClose}>
      <form className={styles.form} onSubmit={test} onChange={() => attempt.reset()} noValidate>
        <p>{words.text}</p>
        <Fields form={form} fields={fields} path="credentials" whole />
        <EndDate value={end} onChange={setEnd} />
        {attempt.isPending && <TrialPending system={connector.title} />}
        {tested && <TrialResult result={tested} />}
        <Refusal error={attempt.error ?? rotate.error ?? resume.error} what={words.failed} />
        <ButtonRow>
          {tested ? (
            <Button loading={rotate.isPending || resume.isPending} onClick={replace}>
              {tested.ok ? put : words.replaceAnyway}
            </Button>
          ) : (
            <Button type="submit" loading={attempt.isPending}>
              {words.test}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
        </ButtonRow>
      </form>
    </Dialog>
  );
}
