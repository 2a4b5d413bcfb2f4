import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { Permission } from '@/lib/api/model';
import { useMe } from '@/lib/hooks/person/use-me';
import { LIFETIMES, momentOf, optionsOf } from '../durations';
import {
  useManageCredentials,
  type CredentialKind,
  type IssuedCredential,
} from '../hooks/use-credentials';
import { words } from '../words';
import { ScopePicker } from './scope-picker';
import styles from './create-credential.module.css';

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
  const [lifetime, setLifetime] = useState('year');
  const [missing, setMissing] = useState<string | null>(null);
  const said = words.kinds[kind];

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (scopes.length === 0) {
      setMissing(words.create.noScope);
      return;
    }
    create.mutate(
      { name: name.trim(), scopes, expires_at: momentOf(LIFETIMES, lifetime) },
      { onSuccess: onMade },
    );
  }

  return (
    <form className={styles.form} aria-label={said.create} onSubmit={submit}>
      <div className={styles.fields}>
        <TextInput
          label={words.create.name}
          placeholder={words.create.example}
          required
          autoFocus
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label={words.create.lifetime}
          data={optionsOf(LIFETIMES, words.create.lifetimes)}
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
      {create.error && <ErrorNotice error={create.error} what={said.notMade} />}
      <ButtonRow>
        <Button type="submit" size="compact-sm" loading={create.isPending}>
          {said.make}
        </Button>
        <Button variant="default" size="compact-sm" onClick={onLeave}>
          {words.create.cancel}
        </Button>
      </ButtonRow>
    </form>
  );
}
