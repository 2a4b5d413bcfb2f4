import type { Column } from '@/components/ui/table/column';
import { Table } from '@/components/ui/table/table';
import type { PrivacyWorkflowOut } from '@/lib/api/model';
import { words } from '../words';
import styles from './counts-table.module.css';

/** What was found of a person, by workflow. */
export function CountsTable({ workflows }: { workflows: PrivacyWorkflowOut[] }) {
  return (
    <div className={styles.counts}>
      <Table
        cards="phone"
        className={styles.table}
        rowClassName={styles.row}
        columns={columns()}
        rows={workflows}
        rowKey={({ id }) => id}
      />
    </div>
  );
}

function columns(): Column<PrivacyWorkflowOut>[] {
  const heads = words.person.columns;
  const count = { labelled: true, className: styles.count };
  return [
    { key: 'workflow', head: heads.workflow, names: true, cell: ({ name }) => name },
    { ...count, key: 'submissions', head: heads.submissions, cell: (each) => each.submissions },
    { ...count, key: 'onTheirWay', head: heads.onTheirWay, cell: (each) => each.in_flight },
    { ...count, key: 'mentions', head: heads.mentions, cell: (each) => each.mentions },
  ];
}
