import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import { useAccountChange } from '../hooks/use-account';
import { addPasskey, removePasskey, type Authenticator } from '@/lib/http/account';
import { passkeysWork } from '@/lib/http/passkeys';
import { ChangeError } from '../change-error';
import { useIdentity } from '../identity/identity';
import styles from '../security.module.css';

type Props = { passkeys: Authenticator[]; onCodes: () => void };

/** Passkeys: each signs in alone, without a password, and is a second factor too. */
export function PasskeyList({ passkeys, onCodes }: Props) {
  const run = useIdentity();
  const [name, setName] = useState('');
  const add = useAccountChange(() => run(() => addPasskey(name.trim())));
  const remove = useAccountChange((id: number) => run(() => removePasskey(id)));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    add.mutate(undefined, {
      onSuccess: (withCodes) => {
        setName('');
        if (withCodes) onCodes();
      },
    });
  }

  return (
    <>
      <div>
        <h3>Passkeys</h3>
        <p className={styles.hint}>
          Your device’s own lock signs you in: no password, nothing to be tricked out of you.
        </p>
      </div>
      {passkeys.map((each) => (
        <div key={each.id} className={styles.row}>
          <div>
            <p>{each.name}</p>
            <p className={styles.hint}>
              {each.last_used_at === null ? 'Not used yet' : 'Used '}
              {each.last_used_at !== null && <RelativeTime value={moment(each.last_used_at)} />}
            </p>
          </div>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Remove the passkey ${each.name ?? ''}`}
            loading={remove.isPending && remove.variables === each.id}
            onClick={() => each.id !== undefined && remove.mutate(each.id)}
          >
            Remove
          </Button>
        </div>
      ))}
      {passkeysWork() ? (
        <form className={styles.inline} onSubmit={submit}>
          <TextInput
            label="Name of a new passkey"
            placeholder="Such as: my laptop"
            required
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={add.isPending}>
            Add a passkey
          </Button>
        </form>
      ) : (
        <p className={styles.hint}>This browser makes no passkeys.</p>
      )}
      <ChangeError error={add.error ?? remove.error} what="That was not done" />
    </>
  );
}

const moment = (seconds: number) => new Date(seconds * 1000).toISOString();
