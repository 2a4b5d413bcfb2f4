import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Phrase } from '@/components/ui/phrase/phrase';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import { useAccountChange } from '../hooks/use-account';
import { addPasskey, removePasskey, type Authenticator } from '@/lib/http/account/account';
import { passkeysWork } from '@/lib/http/account/passkeys';
import { ChangeError } from '../parts/change-error';
import { useIdentity } from '../identity/identity';
import { Row } from '../parts/rows';
import { words } from '../words';
import section from '../parts/section.module.css';
import styles from './passkey-list.module.css';

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
        <h3>{words.passkeys.title}</h3>
        <p className={section.hint}>{words.passkeys.hint}</p>
      </div>
      {passkeys.map((each) => (
        <Row key={each.id}>
          <div>
            <p>{each.name}</p>
            <p className={section.hint}>
              <LastUse at={each.last_used_at} />
            </p>
          </div>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={words.passkeys.removeOf(each.name ?? '')}
            loading={remove.isPending && remove.variables === each.id}
            onClick={() => each.id !== undefined && remove.mutate(each.id)}
          >
            {words.passkeys.remove}
          </Button>
        </Row>
      ))}
      {passkeysWork() ? (
        <form className={styles.inline} onSubmit={submit}>
          <TextInput
            label={words.passkeys.name}
            placeholder={words.passkeys.example}
            required
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={add.isPending}>
            {words.passkeys.add}
          </Button>
        </form>
      ) : (
        <p className={section.hint}>{words.passkeys.none}</p>
      )}
      <ChangeError error={add.error ?? remove.error} what={words.notDone} />
    </>
  );
}

/** `at`: in epoch seconds. */
function LastUse({ at }: { at: number | null }) {
  if (at === null) return words.passkeys.unused;
  const when = <RelativeTime value={new Date(at * 1000).toISOString()} />;
  return <Phrase text={words.passkeys.used} parts={{ when }} />;
}
