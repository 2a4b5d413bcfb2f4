import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { Dialog } from '@/components/ui/dialog/dialog';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { Role } from '@/lib/api/model';
import { useInvitationChanges } from '../hooks/use-members';
import { givable } from '@/lib/words/catalogues/access/roles';
import { RoleChoice } from '../roles/role-choice';
import { words } from '../words';
import styles from './invite-dialog.module.css';

type Props = { mine: Role; onClose: () => void; onSent: (email: string) => void };

/** Asks for an address and a role, and sends the link there. */
export function InviteDialog({ mine, onClose, onSent }: Props) {
  const { invite } = useInvitationChanges();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('operator');
  const refused = invite.error?.problem.errors.find(({ field }) => field === 'email');

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    invite.mutate(
      { data: { email: email.trim(), role } },
      {
        onSuccess: ({ email: to }) => {
          onSent(to);
          onClose();
        },
      },
    );
  }

  return (
    <Dialog title={words.invite} onClose={onClose}>
      <form className={styles.form} onSubmit={send}>
        <TextInput
          data-first
          label={words.inviting.email}
          description={words.inviting.hint}
          type="email"
          required
          value={email}
          error={refused?.message}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <RoleChoice roles={givable(mine)} value={role} onChange={setRole} />
        {invite.error && !refused && (
          <ErrorNotice error={invite.error} what={words.inviting.failed} />
        )}
        <ButtonRow>
          <Button type="submit" loading={invite.isPending}>
            {words.inviting.send}
          </Button>
          <Button variant="default" onClick={onClose}>
            {words.inviting.cancel}
          </Button>
        </ButtonRow>
      </form>
    </Dialog>
  );
}
