import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { Permission } from '@/lib/api/model';
import {
  useManageCredentials,
  type CredentialKind,
  type IssuedCredential,
} from '../hooks/use-credentials';
import { useMe } from '@/lib/hooks/use-me';
import { KINDS } from '../kinds';
import { LIFETIMES, momentOf } from '../durations';
import { ScopePicker } from './scope-picker';
import styles from '../keys.module.css';

type Props = {
  kind: CredentialKind;
  onMade: (issued: IssuedCredential) => void;
  onLeave: () => void;
};

/** Asks for the name, the permissions and the end of a new key or client. */
export function CreateCredential({ kind, onMade, onLeave }: Props) {
  const me = useMe();
  const { create } = useManageCredentials(kind);
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<Permission[]>([]);
  const [lifetime, setLifetime] = useState('365');
  const [missing, setMissing] = useState<string | null>(null);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (scopes.length === 0) {
      setMissing('Choose at least one permission.');
      return;
    }
    create.mutate(
      { name: name.trim(), scopes, expires_at: momentOf(LIFETIMES, lifetime) },
      { onSuccess: onMade },
    );
  }

  return (
    <form className={styles.form} aria-label={KINDS[kind].create} onSubmit={submit}>
      <div className={styles.fields}>
        <TextInput
          label="What is it for?"
          placeholder="Web shop, nightly import …"
          required
          autoFocus
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label="It ends after"
          data={LIFETIMES.map(({ value, label }) => ({ value, label }))}
          value={lifetime}
          onChange={(event) => setLifetime(event.currentTarget.value)}
        />
      </div>
      <ScopePicker
        held={me.data?.permissions ?? []}
        chosen={scopes}
        error={missing}
        onChange={(chosen) => {
          setMissing(null);
          setScopes(chosen);
        }}
      />
      {create.error && (
        <ErrorNotice error={create.error} what={`The ${KINDS[kind].one} was not made`} />
      )}
      <div className={styles.buttons}>
        <Button type="submit" size="compact-sm" loading={create.isPending}>
          Make the {KINDS[kind].one}
        </Button>
        <Button variant="default" size="compact-sm" onClick={onLeave}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
