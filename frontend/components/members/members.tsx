import { Button } from '@mantine/core';
import { useState } from 'react';
import { CursorPager } from '@/components/ui/cursor-pager/cursor-pager';
import { DoneNote } from '@/components/ui/done-note/done-note';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import type { MemberOut } from '@/lib/api/model';
import { useMe } from '@/lib/hooks/person/use-me';
import { useMembers } from './hooks/use-members';
import { InviteDialog } from './invitations/invite-dialog';
import { MemberDialog } from './change/member-dialog';
import { MemberSkeleton, MemberTable } from './member-table';
import { OpenInvitations } from './invitations/open-invitations';
import { RoleGuide } from './roles/role-guide';
import { words } from './words';
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
        what={words.notLoaded}
        onRetry={() => void members.refetch()}
      />
    );
  if (!members.data || !me.data) return <MemberSkeleton />;
  const manages = me.data.permissions.includes('members:manage');
  const { items, next_cursor: next } = members.data;
  return (
    <>
      {manages && (
        <div className={styles.top}>
          <Button onClick={() => setOpen('invite')}>{words.invite}</Button>
        </div>
      )}
      <DoneNote text={done} />
      <PagePart what={words.title}>
        <MemberTable items={items} me={me.data} onOpen={setOpen} />
      </PagePart>
      {items.length === 1 && manages && <p className={styles.alone}>{words.alone}</p>}
      <CursorPager cursor={cursor} next={next} what={words.what} onChange={setCursor} />
      {manages && (
        <PagePart what={words.invitations.title}>
          <OpenInvitations onDone={setDone} />
        </PagePart>
      )}
      <PagePart what={words.roles.guide}>
        <RoleGuide />
      </PagePart>
      {open === 'invite' && (
        <PagePart what={words.invite}>
          <InviteDialog
            mine={me.data.role}
            onClose={close}
            onSent={(email) => setDone(words.invitedTo(email))}
          />
        </PagePart>
      )}
      {open && open !== 'invite' && (
        <PagePart what={words.list.change}>
          <MemberDialog member={open} me={me.data} onClose={close} onDone={setDone} />
        </PagePart>
      )}
    </>
  );
}
