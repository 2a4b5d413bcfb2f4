import { Button } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '@/components/ui/dialog/dialog';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { MemberOut, MeOut, Role } from '@/lib/api/model';
import { useMemberChanges } from '../hooks/use-members';
import { ROLE_WORDS, givable } from '@/lib/words/roles';
import { Consequence } from './consequence';
import { RoleChoice } from '../roles/role-choice';
import { memberName } from '../member-name';
import styles from '../members.module.css';

type Props = {
  member: MemberOut;
  me: MeOut;
  onClose: () => void;
  onDone: (what: string) => void;
};

/** A member's role, and the changes that cannot be taken back lightly below it. */
export function MemberDialog({ member, me, onClose, onDone }: Props) {
  const { changeRole, remove, transfer } = useMemberChanges();
  const [role, setRole] = useState<Role>(member.role);
  const failure = [changeRole, remove, transfer].find((each) => each.error)?.error;
  const name = memberName(member);
  const memberId = member.id;
  const myself = member.user_id === me.id;
  const heir = me.permissions.includes('organization:transfer') && member.role !== 'owner';
  const ending = (what: string) => ({
    onSuccess: () => {
      onDone(what);
      onClose();
    },
  });

  return (
    <Dialog title={name} onClose={onClose}>
      <div className={styles.form}>
        <RoleChoice roles={givable(me.role)} value={role} onChange={setRole} />
        {myself && role !== member.role && (
          <p className={styles.warning}>
            This is your own role. Only somebody above it can give it back to you.
          </p>
        )}
        <div className={styles.buttons}>
          <Button
            disabled={role === member.role}
            loading={changeRole.isPending}
            onClick={() =>
              changeRole.mutate(
                { memberId, data: { role } },
                ending(`${name} is now ${ROLE_WORDS[role].article}.`),
              )
            }
          >
            Save the role
          </Button>
        </div>
        {failure && <ErrorNotice error={failure} what="Nothing was changed" />}
        {heir && !myself && (
          <Consequence
            label="Transfer the ownership"
            confirm={`Yes, make ${name} the owner`}
            pending={transfer.isPending}
            onConfirm={() =>
              transfer.mutate(
                { memberId },
                ending(`${name} is now an owner, and you are an admin.`),
              )
            }
          >
            <li>
              {name} becomes an owner of {me.organization.name}.
            </li>
            <li>You become an admin. Only an owner can make you one again.</li>
            <li>Open invitations of yours to become an owner are revoked.</li>
          </Consequence>
        )}
        {!myself && (
          <Consequence
            label={`Remove from ${me.organization.name}`}
            confirm={`Yes, remove ${name}`}
            pending={remove.isPending}
            onConfirm={() => remove.mutate({ memberId }, ending(`${name} was removed.`))}
          >
            <li>
              {name} sees nothing of {me.organization.name} any more, at once.
            </li>
            <li>Open invitations that they sent are revoked.</li>
            <li>What they did stays in the audit log. They can be invited again.</li>
          </Consequence>
        )}
      </div>
    </Dialog>
  );
}
