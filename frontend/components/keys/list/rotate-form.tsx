import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { OVERLAPS, momentOf, optionsOf } from '../durations';
import {
  useManageCredentials,
  type Credential,
  type CredentialKind,
  type IssuedCredential,
} from '../hooks/use-credentials';
import { words } from '../words';
import styles from './credential-actions.module.css';

type Props = {
  kind: CredentialKind;
  credential: Credential;
  onClose: () => void;
  onIssued: (issued: IssuedCredential) => void;
};

/** Asks how long the present secret is still good, and makes a new one. */
export function RotateForm({ kind, credential, onClose, onIssued }: Props) {
  const { rotate } = useManageCredentials(kind);
  const [overlap, setOverlap] = useState('day');
  const run = () =>
    rotate.mutate(
      { id: credential.id, previousUntil: momentOf(OVERLAPS, overlap) },
      {
        onSuccess: (issued) => {
          onClose();
          onIssued(issued);
        },
      },
    );
  return (
    <div className={styles.asking} role="group" aria-label={words.rotate.group(credential.name)}>
      <NativeSelect
        label={words.rotate.overlap}
        autoFocus
        data={optionsOf(OVERLAPS, words.rotate.overlaps)}
        value={overlap}
        onChange={(event) => setOverlap(event.currentTarget.value)}
      />
      <p>{overlap === 'none' ? words.rotate.atOnce : words.kinds[kind].overlap}</p>
      {rotate.error && <ErrorNotice error={rotate.error} what={words.rotate.failed} />}
      <ButtonRow>
        <Button size="compact-sm" loading={rotate.isPending} onClick={run}>
          {words.rotate.confirm}
        </Button>
        <Button variant="default" size="compact-sm" onClick={onClose}>
          {words.rotate.leave}
        </Button>
      </ButtonRow>
    </div>
  );
}
