import { Button } from '@mantine/core';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { DangerButton } from '@/components/ui/danger-button/danger-button';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import {
  useManageCredentials,
  type Credential,
  type CredentialKind,
} from '../hooks/use-credentials';
import { words } from '../words';
import styles from './credential-actions.module.css';

type Props = { kind: CredentialKind; credential: Credential; onClose: () => void };

/** Says what stops working, and revokes. */
export function RevokeForm({ kind, credential, onClose }: Props) {
  const { revoke } = useManageCredentials(kind);
  return (
    <div className={styles.asking} role="group" aria-label={words.revoke.about(credential.name)}>
      <p>{words.kinds[kind].revoked}</p>
      {revoke.error && <ErrorNotice error={revoke.error} what={words.revoke.failed} />}
      <ButtonRow>
        <DangerButton
          size="compact-sm"
          autoFocus
          loading={revoke.isPending}
          onClick={() => revoke.mutate(credential.id, { onSuccess: onClose })}
        >
          {words.revoke.confirm}
        </DangerButton>
        <Button variant="default" size="compact-sm" onClick={onClose}>
          {words.revoke.leave}
        </Button>
      </ButtonRow>
    </div>
  );
}
