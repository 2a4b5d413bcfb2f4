import type { Role } from '@/lib/api/model';
import { ROLE_WORDS } from '@/lib/words/catalogues/access/roles';
import { words } from '../words';
import styles from './role-choice.module.css';

type Props = { roles: readonly Role[]; value: Role; onChange: (role: Role) => void };

/** The roles that may be given, each with what it allows. */
export function RoleChoice({ roles, value, onChange }: Props) {
  return (
    <fieldset className={styles.roles}>
      <legend>{words.roles.choice}</legend>
      {roles.map((role) => (
        <label key={role} className={styles.role}>
          <input
            type="radio"
            name="role"
            value={role}
            checked={role === value}
            onChange={() => onChange(role)}
          />
          <span>
            <span className={styles.roleName}>{ROLE_WORDS[role].name}</span>
            <span className={styles.may}>{ROLE_WORDS[role].may}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
