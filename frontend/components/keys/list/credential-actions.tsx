import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Credential, CredentialKind, IssuedCredential } from '../hooks/use-credentials';
import { words } from '../words';
import { RevokeForm } from './revoke-form';
import { RotateForm } from './rotate-form';
import styles from './credential-actions.module.css';

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
  if (asking === 'revoke') return <RevokeForm {...about} />;
  if (asking === 'rotate') return <RotateForm {...about} onIssued={onIssued} />;
  return (
    <div className={styles.actions}>
      {(['rotate', 'revoke'] as const).map((action) => (
        <Button
          key={action}
          variant="default"
          size="compact-sm"
          aria-label={words[action].about(credential.name)}
          onClick={() => setAsking(action)}
        >
          {words[action].button}
        </Button>
      ))}
    </div>
  );
}
