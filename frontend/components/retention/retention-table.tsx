import { Button } from '@mantine/core';
import type { Column } from '@/components/ui/table/column';
import { Table } from '@/components/ui/table/table';
import { TableSkeleton } from '@/components/ui/table/table-skeleton';
import type { RetentionPageOut, WorkflowRetentionOut } from '@/lib/api/model';
import { words } from './words';
import styles from './retention-table.module.css';

/** Whose time is changed. `workflow`: its slug; null: the organization's own word. */
export type Chosen = { workflow: string | null; name: string; days: number | null };

/** `held`: how long it is kept in the end, by whose word ever. */
type Row = { chosen: Chosen; held: number | null; note: string };
type OnOpen = (chosen: Chosen) => void;
type Props = { page: RetentionPageOut; onOpen: OnOpen };

/** The organization's word first: it holds for those that say nothing themselves. */
export function RetentionTable({ page, onOpen }: Props) {
  return (
    <Table
      className={styles.table}
      columns={columns(onOpen)}
      rows={[ofOrganization(page), ...page.items.map(ofWorkflow)]}
      rowKey={({ chosen }) => chosen.workflow ?? ''}
    />
  );
}

/** The table before its rows are known. */
export function RetentionSkeleton() {
  return (
    <TableSkeleton className={styles.table} label={words.loading} columns={columns(() => {})} />
  );
}

function ofOrganization({ days }: RetentionPageOut): Row {
  const { everyone, unlessOtherwise } = words.list;
  return { chosen: { workflow: null, name: everyone, days }, held: days, note: unlessOtherwise };
}

function ofWorkflow({ slug, name, days, kept_days: held }: WorkflowRetentionOut): Row {
  const note = days === null ? words.list.asAll : words.list.ownWord;
  return { chosen: { workflow: slug, name, days }, held, note };
}

function columns(onOpen: OnOpen): Column<Row>[] {
  const heads = words.list.columns;
  return [
    { key: 'workflow', head: heads.workflow, names: true, cell: ({ chosen }) => chosen.name },
    {
      key: 'kept',
      head: heads.kept,
      bone: { width: '9rem' },
      cell: ({ held, note }) => (
        <>
          {words.kept(held)}
          <span className={styles.note}>{note}</span>
        </>
      ),
    },
    {
      key: 'change',
      head: heads.change,
      headHidden: true,
      className: styles.action,
      bone: { width: '5rem', height: '2.25rem' },
      cell: ({ chosen }) => (
        <Button
          variant="default"
          aria-label={words.list.changeOf(chosen.name)}
          onClick={() => onOpen(chosen)}
        >
          {words.list.change}
        </Button>
      ),
    },
  ];
}
