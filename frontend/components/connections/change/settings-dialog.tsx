import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { Dialog } from '@/components/ui/dialog/dialog';
import type { ConnectionOut, ConnectorOut } from '@/lib/api/model';
import { focusFirst } from '@/lib/forms/focus-first';
import { showRefused } from '@/lib/forms/refused-fields';
import { useChanges } from '../hooks/use-changes';
import { Fields } from '../inputs/fields';
import { TrialPending, TrialResult } from '../parts/trial-result';
import { bodyOf } from '../schema/body';
import type { Json } from '../schema/json';
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

/** Its name and its settings: tested with the stored credentials, then saved. */
export function SettingsDialog({ connection, connector, onClose, onDone }: Props) {
  const words = all.changing;
  const { slug, name } = connection;
  const { attempt, change } = useChanges(connection);
  const [fields] = useState(() => fieldsOf(connector.settings_schema as Schema));
  const form = usePartForm('settings', fields, connection.settings as { [key: string]: Json });
  const [called, setCalled] = useState(name);
  const settings = () => bodyOf(fields, form.values.settings);
  const onError = (error: unknown) =>
    showRefused(form, error, {
      fieldOf: (field) => (field === 'name' ? field : placeOf(field, form.values)),
    });
  const test = form.onSubmit(
    () => attempt.mutate({ connection: slug, data: { settings: settings() } }, { onError }),
    focusFirst(form),
  );
  const save = () =>
    change.mutate(
      { name: called, settings: settings() },
      {
        onError,
        onSuccess: () => {
          onDone(all.done.changed);
          onClose();
        },
      },
    );
  const tested = attempt.isPending ? undefined : attempt.data;
  return (
    <Dialog title={words.title(name)} onClose={onClose}>
      <form className={styles.form} onSubmit={test} onChange={() => attempt.reset()} noValidate>
        <p>{words.text}</p>
        <TextInput
          label={all.create.settings.name}
          dir="auto"
          value={called}
          error={form.errors.name}
          onChange={(event) => setCalled(event.currentTarget.value)}
        />
        <Fields form={form} fields={fields} path="settings" />
        {attempt.isPending && <TrialPending system={connector.title} />}
        {tested && <TrialResult result={tested} />}
        <Refusal error={attempt.error ?? change.error} what={words.failed} />
        <ButtonRow>
          {tested ? (
            <Button loading={change.isPending} onClick={save}>
              {tested.ok ? words.save : words.saveAnyway}
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
