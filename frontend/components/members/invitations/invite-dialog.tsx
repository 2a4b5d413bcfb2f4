import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Dialog } from '@/components/ui/dialog/dialog';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { Role } from '@/lib/api/model';
import { useInvitationChanges } from '../hooks/use-members';
import { givable } from '@/lib/words/roles';
import { RoleChoice } from '../roles/role-choice';
import styles from '../members.module.css';

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
    <Dialog title="Invite somebody" onClose={onClose}>
      <form className={styles.form} onSubmit={send}>
        <TextInput
          data-first
          label="E-mail"
          description="The link goes to this address alone. It is good for seven days and for one use."
          type="email"
          required
          value={email}
          error={refused?.message}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <RoleChoice roles={givable(mine)} value={role} onChange={setRole} />
        {invite.error && !refused && (
          <ErrorNotice error={invite.error} what="The invitation did not go out" />
        )}
        <div className={styles.buttons}>
          <Button type="submit" loading={invite.isPending}>
            Send the invitation
          </Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
