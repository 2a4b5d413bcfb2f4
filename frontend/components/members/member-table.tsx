import { Button } from '@mantine/core';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import type { Column } from '@/components/ui/table/column';
import { Table } from '@/components/ui/table/table';
import { TableSkeleton } from '@/components/ui/table/table-skeleton';
import type { MemberOut, MeOut } from '@/lib/api/model';
import { ROLE_WORDS, outranks } from '@/lib/words/catalogues/access/roles';
import { memberName } from './member-name';
import { words } from './words';
import styles from './member-table.module.css';

type OnOpen = (member: MemberOut) => void;
type Props = { items: MemberOut[]; me: MeOut; onOpen: OnOpen };

const FRAME = { cards: 'phone' as const, className: styles.table };

/** Who belongs to the organization. Whom one may not change has no button. */
export function MemberTable({ items, me, onOpen }: Props) {
  const manages = me.permissions.includes('members:manage');
  const all = manages ? [...columns(me), actions(me, onOpen)] : columns(me);
  return <Table {...FRAME} columns={all} rows={items} rowKey={({ id }) => id} />;
}

/** The table before its rows are known. */
export function MemberSkeleton() {
  return <TableSkeleton {...FRAME} label={words.loading} columns={columns(null)} />;
}

function columns(me: MeOut | null): Column<MemberOut>[] {
  const heads = words.list.columns;
  return [
    {
      key: 'person',
      head: heads.person,
      className: styles.person,
      bone: { width: '11rem', height: '2.5rem' },
      cell: (member) => <Person member={member} myself={member.user_id === me?.id} />,
    },
    { key: 'role', head: heads.role, cell: ({ role }) => ROLE_WORDS[role].name },
    {
      key: 'joined',
      head: heads.joined,
      className: styles.when,
      bone: { width: '6rem' },
      cell: ({ joined_at: at }) => <RelativeTime value={at} />,
    },
  ];
}

function actions(me: MeOut, onOpen: OnOpen): Column<MemberOut> {
  return {
    key: 'actions',
    head: words.list.columns.actions,
    headHidden: true,
    className: styles.action,
    cell: (member) =>
      !outranks(member.role, me.role) && (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={words.list.changeOf(memberName(member))}
          onClick={() => onOpen(member)}
        >
          {words.list.change}
        </Button>
      ),
  };
}

function Person({ member, myself }: { member: MemberOut; myself: boolean }) {
  return (
    <>
      <span className={styles.name}>
        {memberName(member)}
        {myself && <span className={styles.you}>{words.list.you}</span>}
      </span>
      {member.name && <span className={styles.email}>{member.email}</span>}
    </>
  );
}
