import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { ConnectorOut } from '@/lib/api/model';
import { focusFirst } from '@/lib/forms/focus-first';
import type { ConnectionForm } from '../inputs/connection-form';
import { EndDate } from '../inputs/end-date';
import { Fields } from '../inputs/fields';
import type { Field } from '../schema/model';
import { words as all } from '../words';
import { shortNameOf } from './short-name';
import styles from './create.module.css';

type Props = {
  connector: ConnectorOut;
  form: ConnectionForm;
  settings: Field[];
  credentials: Field[];
  end: string;
  onEnd: (day: string) => void;
  /** Secrets that were typed before are gone. */
  lost: boolean;
  error: unknown;
  onSubmit: () => void;
  onOther: () => void;
};

/** Its names, where it is, and how Waybill signs in. */
export function FillIn(props: Props) {
  const words = all.create.settings;
  const { connector, form, settings, credentials, lost, error } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const submit = form.onSubmit(props.onSubmit, focusFirst(form));
  function rename(name: string) {
    const follows = form.values.slug === shortNameOf(form.values.name);
    form.setFieldValue('name', name);
    if (follows) form.setFieldValue('slug', shortNameOf(name));
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <h1 ref={heading} tabIndex={-1}>
        {words.title(connector.title)}
      </h1>
      <p className={styles.quiet}>{connector.description}</p>
      {lost && (
        <p role="status" className={styles.begun}>
          {words.lost}
        </p>
      )}
      <TextInput
        label={words.name}
        description={words.nameHint}
        dir="auto"
        autoComplete="off"
        aria-required
        {...form.getInputProps('name')}
        onChange={(event) => rename(event.currentTarget.value)}
      />
      <TextInput
        label={words.slug}
        description={words.slugHint}
        autoComplete="off"
        spellCheck={false}
        aria-required
        {...form.getInputProps('slug')}
      />
      <h2>{words.account}</h2>
      <Fields form={form} fields={settings} path="settings" />
      {credentials.length > 0 && (
        <>
          <h2>{words.credentials}</h2>
          <p className={styles.quiet}>{words.sealed}</p>
          <Fields form={form} fields={credentials} path="credentials" whole />
          <EndDate value={props.end} onChange={props.onEnd} />
        </>
      )}
      <Summary count={Object.keys(form.errors).length} error={error} />
      <ButtonRow>
        <Button type="submit">{words.test}</Button>
        <Button variant="default" onClick={props.onOther}>
          {words.other}
        </Button>
      </ButtonRow>
    </form>
  );
}

/** What is in the way; the fields say which. */
function Summary({ count, error }: { count: number; error: unknown }) {
  const words = all.create.settings;
  if (count > 0)
    return (
      <p role="alert" className={styles.fault}>
        {words.faults(count)}
      </p>
    );
  return error === null ? null : <ErrorNotice error={error} what={words.refused} />;
}
