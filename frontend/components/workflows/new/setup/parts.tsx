import { NativeSelect } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { Link } from '@/components/ui/link/link';
import type { ConnectionOut, TemplateDetailOut } from '@/lib/api/model';
import { useSystemTitles } from '../../hooks/use-system-titles';
import { fittingOf, type Setup } from '../../hooks/use-setup';
import { words as all } from '../../words';
import styles from './parts.module.css';

type Props = {
  template: TemplateDetailOut;
  connections: ConnectionOut[];
  form: UseFormReturnType<Setup>;
  /** The address that leads back to these choices. */
  here: string;
};

/** Which of the organization's connections plays which part. Only those that fit can be chosen. */
export function Parts({ template, connections, form, here }: Props) {
  const words = all.new.parts;
  const title = useSystemTitles();
  return (
    <ul className={styles.parts}>
      {template.parts.map(({ key, name, role, connectors }) => {
        const fitting = fittingOf(connectors, connections);
        const make = { system: connectors[0] ?? '', back: here };
        const kinds = connectors.map(title).join(', ');
        return (
          <li key={key} className={styles.part}>
            {fitting.length > 0 ? (
              <NativeSelect
                label={words.label(name, kinds)}
                description={role}
                data={[
                  { value: '', label: words.choose },
                  ...fitting.map((each) => ({ value: each.slug, label: each.name })),
                ]}
                {...form.getInputProps(`connections.${key}`)}
              />
            ) : (
              <>
                <h3>{words.label(name, kinds)}</h3>
                <p className={styles.role}>{role}</p>
                <p className={styles.none}>{words.none(kinds)}</p>
                {form.errors[`connections.${key}`] && (
                  <p className={styles.refused} role="alert">
                    {form.errors[`connections.${key}`]}
                  </p>
                )}
              </>
            )}
            <Link href={{ pathname: '/connections/new', query: make }}>{words.make(kinds)}</Link>
          </li>
        );
      })}
    </ul>
  );
}
