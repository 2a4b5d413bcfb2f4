import { Button, VisuallyHidden } from '@mantine/core';
import type { RetentionPageOut } from '@/lib/api/model';
import { kept } from './words';
import styles from './retention.module.css';

/** Whose time is changed. `workflow`: its slug; null: the organization's own word. */
export type Chosen = { workflow: string | null; name: string; days: number | null };

type Props = { page: RetentionPageOut; onOpen: (chosen: Chosen) => void };

const EVERYONE = 'All workflows';

/** The organization's word first: it holds for those that say nothing themselves. */
export function RetentionTable({ page, onOpen }: Props) {
  const organization: Chosen = { workflow: null, name: EVERYONE, days: page.days };
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Workflow</th>
          <th scope="col">Kept</th>
          <th scope="col">
            <VisuallyHidden>Change</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        <Row
          chosen={organization}
          held={page.days}
          note="unless they say otherwise"
          onOpen={onOpen}
        />
        {page.items.map((each) => (
          <Row
            key={each.slug}
            chosen={{ workflow: each.slug, name: each.name, days: each.days }}
            held={each.kept_days}
            note={each.days === null ? 'as all workflows' : 'says so itself'}
            onOpen={onOpen}
          />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = {
  chosen: Chosen;
  held: number | null;
  note: string;
  onOpen: (chosen: Chosen) => void;
};

function Row({ chosen, held, note, onOpen }: RowProps) {
  return (
    <tr>
      <th scope="row">{chosen.name}</th>
      <td>
        {kept(held)}
        <span className={styles.note}>{note}</span>
      </td>
      <td className={styles.action}>
        <Button
          variant="default"
          aria-label={`Change how long “${chosen.name}” is kept`}
          onClick={() => onOpen(chosen)}
        >
          Change…
        </Button>
      </td>
    </tr>
  );
}
