import { Checkbox } from '@mantine/core';
import type { Permission } from '@/lib/api/model';
import { PERMISSION_GROUPS } from '@/lib/words/catalogues/access/permissions';
import { words } from '../words';
import styles from './scope-picker.module.css';

type Props = {
  held: Permission[];
  chosen: Permission[];
  error: string | null;
  onChange: (chosen: Permission[]) => void;
};

/** The permissions to choose from: those that the maker holds. */
export function ScopePicker({ held, chosen, error, onChange }: Props) {
  const toggle = (permission: Permission, on: boolean) =>
    onChange(on ? [...chosen, permission] : chosen.filter((each) => each !== permission));
  return (
    <fieldset className={styles.scopes} aria-describedby={error ? 'scopes-error' : undefined}>
      <legend>{words.create.scopes}</legend>
      {error && (
        <p id="scopes-error" className={styles.refusal} role="alert">
          {error}
        </p>
      )}
      <div className={styles.groups}>
        {PERMISSION_GROUPS.map(({ label, permissions }) => {
          const open = permissions.filter(([permission]) => held.includes(permission));
          if (open.length === 0) return null;
          return (
            <div key={label} role="group" aria-label={label} className={styles.group}>
              <p className={styles.label}>{label}</p>
              {open.map(([permission, may]) => (
                <Checkbox
                  key={permission}
                  size="sm"
                  label={may}
                  checked={chosen.includes(permission)}
                  onChange={(event) => toggle(permission, event.currentTarget.checked)}
                />
              ))}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
