import { Button } from '@mantine/core';
import { useState } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { Dialog } from '@/components/ui/dialog/dialog';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { MemberOut, MeOut, Role } from '@/lib/api/model';
import { ROLE_WORDS, givable } from '@/lib/words/catalogues/access/roles';
import { useMemberChanges } from '../hooks/use-members';
import { memberName } from '../member-name';
import { RoleChoice } from '../roles/role-choice';
import { words } from '../words';
import { Consequence } from './consequence';
import styles from './member-dialog.module.css';

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
  const organization = me.organization.name;
  const myself = member.user_id === me.id;
  const heir = me.permissions.includes('organization:transfer') && member.role !== 'owner';
  const ending = (what: string) => ({
    onSuccess: () => {
      onDone(what);
      onClose();
    },
  });
  const saved = words.change.saved(name, ROLE_WORDS[role].article);

  return (
    <Dialog title={name} onClose={onClose}>
      <div className={styles.parts}>
        <RoleChoice roles={givable(me.role)} value={role} onChange={setRole} />
        {myself && role !== member.role && <p className={styles.warning}>{words.change.ownRole}</p>}
        <ButtonRow>
          <Button
            disabled={role === member.role}
            loading={changeRole.isPending}
            onClick={() => changeRole.mutate({ memberId, data: { role } }, ending(saved))}
          >
            {words.change.save}
          </Button>
        </ButtonRow>
        {failure && <ErrorNotice error={failure} what={words.change.failed} />}
        {heir && !myself && (
          <Consequence
            label={words.transfer.label}
            confirm={words.transfer.confirm(name)}
            consequences={words.transfer.consequences(name, organization)}
            pending={transfer.isPending}
            onConfirm={() => transfer.mutate({ memberId }, ending(words.transfer.done(name)))}
          />
        )}
        {!myself && (
          <Consequence
            label={words.remove.label(organization)}
            confirm={words.remove.confirm(name)}
            consequences={words.remove.consequences(name, organization)}
            pending={remove.isPending}
            onConfirm={() => remove.mutate({ memberId }, ending(words.remove.done(name)))}
          />
        )}
      </div>
    </Dialog>
  );
}
