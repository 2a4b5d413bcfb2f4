import { Button } from '@mantine/core';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import type { MemberOut, MeOut } from '@/lib/api/model';
import { ROLE_WORDS, outranks } from '@/lib/words/roles';
import { memberName } from './member-name';
import styles from './members.module.css';

type Props = { items: MemberOut[]; me: MeOut; onOpen: (member: MemberOut) => void };

/** Rows at a desk, cards on a phone. Whom one may not change has no button. */
export function MemberTable({ items, me, onOpen }: Props) {
  const manages = me.permissions.includes('members:manage');
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Person</th>
          <th scope="col">Role</th>
          <th scope="col">Joined</th>
          {manages && (
            <th scope="col">
              <span className={styles.hidden}>Actions</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {items.map((member) => (
          <tr key={member.id}>
            <td>
              <span className={styles.person}>
                {memberName(member)}
                {member.user_id === me.id && <span className={styles.you}>you</span>}
              </span>
              {member.name && <span className={styles.email}>{member.email}</span>}
            </td>
            <td>{ROLE_WORDS[member.role].name}</td>
            <td className={styles.when}>
              <RelativeTime value={member.joined_at} />
            </td>
            {manages && (
              <td className={styles.action}>
                {!outranks(member.role, me.role) && (
                  <Button
                    variant="default"
                    size="compact-sm"
                    aria-label={`Change ${memberName(member)}`}
                    onClick={() => onOpen(member)}
                  >
                    Change
                  </Button>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
