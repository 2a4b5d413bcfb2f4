import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { PrivacyRequestOut } from '@/lib/api/model';
import { usePrivacyActions } from '../hooks/use-privacy';
import styles from '../privacy.module.css';

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
          Erase this person…
        </Button>
      </div>
    );
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    erase.mutate({ requestId: request.id, data: { confirm: confirm.trim() } });
  }

  return (
    <form className={styles.erase} onSubmit={submit} noValidate aria-label="Erase this person">
      <h3>What happens</h3>
      <ul>
        <li>
          All answers, and what was sent and answered, are replaced. Nobody can bring them back.
        </li>
        <li>Ids, states, times, counts and the numbers of records in other systems stay.</li>
        <li>What is still on its way is delivered first, and erased when it has ended.</li>
        <li>What was delivered already stays in those systems: erase it there too.</li>
        <li>Backups keep it until they are overwritten.</li>
      </ul>
      <TextInput
        label={`Type ${subject} to confirm`}
        value={confirm}
        maxLength={254}
        autoComplete="off"
        onChange={(event) => setConfirm(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button type="submit" color="red" loading={erase.isPending} disabled={!same}>
          Erase for good
        </Button>
        <Button variant="default" onClick={() => setAsking(false)}>
          Keep everything
        </Button>
      </div>
      {erase.error && <ErrorNotice error={erase.error} what="Nothing was erased" />}
    </form>
  );
}
