import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import { StateLabel } from '@/components/ui/state-mark/state-label';
import type { CredentialState } from '@/lib/api/model';
import type { Credential, CredentialKind, IssuedCredential } from '../hooks/use-credentials';
import type { State } from '@/lib/words/states';
import { permissionWords } from '@/lib/words/permissions';
import { CredentialActions } from './credential-actions';
import { KINDS } from '../kinds';
import styles from '../keys.module.css';

const STATES: Record<CredentialState, [State, string]> = {
  active: ['delivered', 'Active'],
  expired: ['skipped', 'Over'],
  revoked: ['cancelled', 'Revoked'],
};
const COLUMNS = ['Name', 'State', 'Permissions', 'Last used', 'Ends', 'Change'];

type Props = {
  kind: CredentialKind;
  items: Credential[];
  onIssued: (issued: IssuedCredential) => void;
};

/** Rows at a desk, cards on a phone. */
export function CredentialTable({ kind, items, onIssued }: Props) {
  return (
    <table className={styles.table} aria-label={KINDS[kind].title}>
      <Head />
      <tbody>
        {items.map((each) => (
          <Row key={each.id} kind={kind} credential={each} onIssued={onIssued} />
        ))}
      </tbody>
    </table>
  );
}

/** The table before its rows are known. */
export function CredentialSkeleton({ kind }: { kind: CredentialKind }) {
  return (
    <table
      className={styles.table}
      aria-label={`Loading the ${KINDS[kind].title}`}
      aria-busy="true"
    >
      <Head />
      <tbody>
        {[0, 1].map((row) => (
          <tr key={row}>
            {COLUMNS.map((column) => (
              <td key={column}>
                <Skeleton width="5rem" />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Head() {
  return (
    <thead>
      <tr>
        {COLUMNS.map((column) => (
          <th key={column} scope="col">
            {column}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Row({ kind, credential, onIssued }: Omit<Props, 'items'> & { credential: Credential }) {
  const [state, word] = STATES[credential.state];
  return (
    <tr>
      <td className={styles.name}>
        <span>{credential.name}</span>
        <code>{credential.handle}</code>
      </td>
      <td>
        <StateLabel state={state} word={word} />
        {credential.previous_until && (
          <span className={styles.note}>
            Former secret good until <RelativeTime value={credential.previous_until} />
          </span>
        )}
      </td>
      <td>
        <details className={styles.may}>
          <summary>
            {credential.scopes.length === 1
              ? '1 permission'
              : `${credential.scopes.length} permissions`}
          </summary>
          <ul>
            {credential.scopes.map((scope) => (
              <li key={scope}>{permissionWords(scope)}</li>
            ))}
          </ul>
        </details>
      </td>
      <td className={styles.when} data-label="Last used">
        {credential.last_used_at ? <RelativeTime value={credential.last_used_at} /> : 'Never'}
      </td>
      <td className={styles.when} data-label="Ends">
        {credential.expires_at ? <RelativeTime value={credential.expires_at} /> : 'When revoked'}
      </td>
      <td className={styles.change}>
        {credential.state === 'active' && (
          <CredentialActions kind={kind} credential={credential} onIssued={onIssued} />
        )}
      </td>
    </tr>
  );
}
