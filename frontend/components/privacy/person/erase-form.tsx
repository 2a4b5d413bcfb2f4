import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { PrivacyRequestOut } from '@/lib/api/model';
import { usePrivacyActions } from '../hooks/use-privacy';
import { words } from '../words';
import styles from './erase-form.module.css';

type Props = { request: PrivacyRequestOut; subject: string };

/** Says what will be gone for good, and goes on only when the person's name is typed again. */
export function EraseForm({ request, subject }: Props) {
  const { erase } = usePrivacyActions();
  const [asking, setAsking] = useState(false);
  const [confirm, setConfirm] = useState('');
  const same = confirm.trim().toLowerCase() === subject.toLowerCase();
  if (request.found === 0) return null;
  if (!asking) {
    return (
      <div>
        <Button variant="default" onClick={() => setAsking(true)}>
          {words.erase.ask}
        </Button>
      </div>
    );
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    erase.mutate({ requestId: request.id, data: { confirm: confirm.trim() } });
  }

  return (
    <form className={styles.erase} onSubmit={submit} noValidate aria-label={words.erase.form}>
      <h3>{words.erase.title}</h3>
      <ul>
        {words.erase.consequences.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <TextInput
        label={words.erase.confirm(subject)}
        value={confirm}
        maxLength={254}
        autoComplete="off"
        onChange={(event) => setConfirm(event.currentTarget.value)}
      />
      <ButtonRow>
        <Button type="submit" color="red" loading={erase.isPending} disabled={!same}>
          {words.erase.button}
        </Button>
        <Button variant="default" onClick={() => setAsking(false)}>
          {words.erase.keep}
        </Button>
      </ButtonRow>
      {erase.error && <ErrorNotice error={erase.error} what={words.erase.failed} />}
    </form>
  );
}
