import type { Column } from '@/components/ui/table/column';
import { Table } from '@/components/ui/table/table';
import type { ChangeOut } from '@/lib/api/model';
import { words } from '../words';
import styles from './changes.module.css';

type Change = [field: string, change: ChangeOut];

const columns = (heads = words.entry.changes): Column<Change>[] => [
  { key: 'field', head: heads.field, names: true, cell: ([field]) => field },
  { key: 'before', head: heads.before, cell: ([, { before }]) => shown(before) },
  { key: 'after', head: heads.after, cell: ([, { after }]) => shown(after) },
];

/** What was before, and what is after. */
export function Changes({ changes }: { changes: Record<string, ChangeOut> }) {
  const fields = Object.entries(changes);
  if (fields.length === 0) return null;
  return (
    <section>
      <h3>{words.entry.changes.title}</h3>
      <Table
        columns={columns()}
        rows={fields}
        rowKey={([field]) => field}
        className={styles.table}
      />
    </section>
  );
}

function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return words.none;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
