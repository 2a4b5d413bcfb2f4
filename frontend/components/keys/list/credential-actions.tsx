import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import {
  useManageCredentials,
  type Credential,
  type CredentialKind,
  type IssuedCredential,
} from '../hooks/use-credentials';
import { KINDS } from '../kinds';
import { OVERLAPS, momentOf } from '../durations';
import styles from '../keys.module.css';

type Props = {
  kind: CredentialKind;
  credential: Credential;
  onIssued: (issued: IssuedCredential) => void;
};

/** Rotate or revoke, each with what it means for the programs that use it. */
export function CredentialActions({ kind, credential, onIssued }: Props) {
  const [asking, setAsking] = useState<'rotate' | 'revoke' | null>(null);
  const close = () => setAsking(null);
  const about = { kind, credential, onClose: close };
  if (asking === 'revoke') return <Revoke {...about} />;
  if (asking === 'rotate') return <Rotate {...about} onIssued={onIssued} />;
  return (
    <div className={styles.buttons}>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={`Rotate the secret of ${credential.name}`}
        onClick={() => setAsking('rotate')}
      >
        Rotate
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={`Revoke ${credential.name}`}
        onClick={() => setAsking('revoke')}
      >
        Revoke
      </Button>
    </div>
  );
}

type AboutProps = { kind: CredentialKind; credential: Credential; onClose: () => void };

function Rotate({ kind, credential, onClose, onIssued }: AboutProps & Pick<Props, 'onIssued'>) {
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
    <div className={styles.asking} role="group" aria-label={`Rotate ${credential.name}`}>
      <NativeSelect
        label="How long is the present secret still good?"
        autoFocus
        data={OVERLAPS.map(({ value, label }) => ({ value, label }))}
        value={overlap}
        onChange={(event) => setOverlap(event.currentTarget.value)}
      />
      <p>
        {overlap === 'none'
          ? 'Whatever uses the present secret is refused within a few seconds.'
          : KINDS[kind].overlap}
      </p>
      {rotate.error && <ErrorNotice error={rotate.error} what="There is no new secret" />}
      <div className={styles.buttons}>
        <Button size="compact-sm" loading={rotate.isPending} onClick={run}>
          Make a new secret
        </Button>
        <Button variant="default" size="compact-sm" onClick={onClose}>
          Leave it
        </Button>
      </div>
    </div>
  );
}

function Revoke({ kind, credential, onClose }: AboutProps) {
  const { revoke } = useManageCredentials(kind);
  return (
    <div className={styles.asking} role="group" aria-label={`Revoke ${credential.name}`}>
      <p>{KINDS[kind].revoked}</p>
      {revoke.error && <ErrorNotice error={revoke.error} what="It was not revoked" />}
      <div className={styles.buttons}>
        <Button
          className={styles.danger}
          size="compact-sm"
          autoFocus
          loading={revoke.isPending}
          onClick={() => revoke.mutate(credential.id, { onSuccess: onClose })}
        >
          Revoke for good
        </Button>
        <Button variant="default" size="compact-sm" onClick={onClose}>
          Keep it
        </Button>
      </div>
    </div>
  );
}
