import type { Column } from '@/components/ui/table/column';
import { Table } from '@/components/ui/table/table';
import { TableSkeleton } from '@/components/ui/table/table-skeleton';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import { Phrase } from '@/components/ui/phrase/phrase';
import { StateLabel } from '@/components/ui/state-mark/state-label';
import type { CredentialState } from '@/lib/api/model';
import { permissionWords } from '@/lib/words/catalogues/access/permissions';
import type { State } from '@/lib/words/catalogues/states/states';
import type { Credential, CredentialKind, IssuedCredential } from '../hooks/use-credentials';
import { words } from '../words';
import { CredentialActions } from './credential-actions';
import styles from './credential-table.module.css';

const MARKS: Record<CredentialState, State> = {
  active: 'delivered',
  expired: 'skipped',
  revoked: 'cancelled',
};

type OnIssued = (issued: IssuedCredential) => void;
type Props = { kind: CredentialKind; items: Credential[]; onIssued: OnIssued };

const FRAME = {
  cards: 'tablet' as const,
  className: styles.table,
  rowClassName: styles.row,
};

/** What one may do with the keys or clients, and what they are. */
export function CredentialTable({ kind, items, onIssued }: Props) {
  return (
    <Table
      {...FRAME}
      label={words.kinds[kind].title}
      columns={columns(kind, onIssued)}
      rows={items}
      rowKey={({ id }) => id}
    />
  );
}

/** The table before its rows are known. */
export function CredentialSkeleton({ kind }: { kind: CredentialKind }) {
  return (
    <TableSkeleton
      {...FRAME}
      label={words.kinds[kind].loading}
      columns={columns(kind, () => {})}
      rows={2}
    />
  );
}

function columns(kind: CredentialKind, onIssued: OnIssued): Column<Credential>[] {
  const heads = words.list.columns;
  return [
    { key: 'name', head: heads.name, className: styles.name, cell: Name },
    { key: 'state', head: heads.state, cell: StateCell },
    { key: 'permissions', head: heads.permissions, cell: Permissions },
    {
      key: 'used',
      head: heads.used,
      labelled: true,
      className: styles.when,
      cell: ({ last_used_at: at }) => (at ? <RelativeTime value={at} /> : words.list.never),
    },
    {
      key: 'ends',
      head: heads.ends,
      labelled: true,
      className: styles.when,
      cell: ({ expires_at: at }) => (at ? <RelativeTime value={at} /> : words.list.whenRevoked),
    },
    {
      key: 'change',
      head: heads.change,
      cell: (each) =>
        each.state === 'active' && (
          <CredentialActions kind={kind} credential={each} onIssued={onIssued} />
        ),
    },
  ];
}

function Name({ name, handle }: Credential) {
  return (
    <>
      <span>{name}</span>
      <code>{handle}</code>
    </>
  );
}

function StateCell({ state, previous_until: until }: Credential) {
  return (
    <>
      <StateLabel state={MARKS[state]} word={words.list.states[state]} />
      {until && (
        <span className={styles.note}>
          <Phrase text={words.list.former} parts={{ until: <RelativeTime value={until} /> }} />
        </span>
      )}
    </>
  );
}

function Permissions({ scopes }: Credential) {
  return (
    <details className={styles.may}>
      <summary>{words.list.permissions(scopes.length)}</summary>
      <ul>
        {scopes.map((scope) => (
          <li key={scope}>{permissionWords(scope)}</li>
        ))}
      </ul>
    </details>
  );
}
