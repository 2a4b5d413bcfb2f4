import { Button } from '@mantine/core';
import { useState } from 'react';
import { CursorPager } from '@/components/ui/cursor-pager/cursor-pager';
import { DoneNote } from '@/components/ui/done-note/done-note';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import type { MemberOut } from '@/lib/api/model';
import { useMe } from '@/lib/hooks/use-me';
import { useMembers } from './hooks/use-members';
import { InviteDialog } from './invitations/invite-dialog';
import { MemberDialog } from './change/member-dialog';
import { MemberTable } from './member-table';
import { OpenInvitations } from './invitations/open-invitations';
import { RoleGuide } from './roles/role-guide';
import styles from './members.module.css';

/** Who belongs to the organization, who is invited, and what the roles allow. */
export function Members() {
  const me = useMe();
  const [cursor, setCursor] = useState<string | null>(null);
  const members = useMembers(cursor);
  const [open, setOpen] = useState<MemberOut | 'invite' | null>(null);
  const [done, setDone] = useState('');
  const close = () => setOpen(null);

  if (members.error)
    return (
      <ErrorNotice
        error={members.error}
        what="The members could not be loaded"
        onRetry={() => void members.refetch()}
      />
    );
  if (!members.data || !me.data) return <MembersSkeleton />;
  const manages = me.data.permissions.includes('members:manage');
  const { items, next_cursor: next } = members.data;
  return (
    <>
      {manages && (
        <div className={styles.top}>
          <Button onClick={() => setOpen('invite')}>Invite somebody</Button>
        </div>
      )}
      <DoneNote text={done} />
      <MemberTable items={items} me={me.data} onOpen={setOpen} />
      {items.length === 1 && manages && (
        <p className={styles.quiet}>
          You are alone here. Invite whoever looks after the deliveries.
        </p>
      )}
      <CursorPager cursor={cursor} next={next} what="members" onChange={setCursor} />
      {manages && <OpenInvitations onDone={setDone} />}
      <RoleGuide />
      {open === 'invite' && (
        <InviteDialog
          mine={me.data.role}
          onClose={close}
          onSent={(email) => setDone(`An invitation is on its way to ${email}.`)}
        />
      )}
      {open && open !== 'invite' && (
        <MemberDialog member={open} me={me.data} onClose={close} onDone={setDone} />
      )}
    </>
  );
}

function MembersSkeleton() {
  return (
    <table className={styles.table} aria-label="Loading the members" aria-busy="true">
      <tbody>
        {[0, 1, 2].map((row) => (
          <tr key={row}>
            <td>
              <Skeleton width="11rem" height="2.5rem" />
            </td>
            <td>
              <Skeleton width="5rem" />
            </td>
            <td>
              <Skeleton width="6rem" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
