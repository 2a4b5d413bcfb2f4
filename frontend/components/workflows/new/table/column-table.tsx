import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { Column as TableColumn } from '@/components/ui/table/column';
import { Table } from '@/components/ui/table/table';
import { words as all } from '../words';
import { KINDS, type Kind } from './guessing';
import type { Column } from './reading';
import styles from './column-table.module.css';

type OnChange = (column: Column) => void;
type Props = { columns: Column[]; asked: boolean; onChange: OnChange };

/** What each column becomes, to be corrected. */
export function ColumnTable({ columns, asked, onChange }: Props) {
  return (
    <Table
      label={all.table.questions}
      cards="tablet"
      className={styles.table}
      columns={shown(asked, onChange)}
      rows={columns}
      rowKey={({ at }) => String(at)}
    />
  );
}

function shown(asked: boolean, onChange: OnChange): TableColumn<Column>[] {
  const words = all.table;
  const heads = words.columns;
  return [
    { key: 'column', head: heads.column, names: true, cell: ({ name }) => name },
    {
      key: 'like',
      head: heads.like,
      className: styles.like,
      cell: ({ kind, example, choices }) => (kind === 'choice' ? words.choices(choices) : example),
    },
    {
      key: 'label',
      head: heads.label,
      className: styles.wide,
      cell: (column) => (
        <TextInput
          aria-label={words.labelOf(column.name)}
          dir="auto"
          maxLength={200}
          disabled={column.kind === null}
          value={column.label}
          error={asked && column.kind !== null && !column.label.trim() && words.nameless}
          onChange={({ currentTarget: { value } }) => onChange({ ...column, label: value })}
        />
      ),
    },
    {
      key: 'kind',
      head: heads.kind,
      className: styles.wide,
      cell: (column) => (
        <NativeSelect
          aria-label={words.kindOf(column.name)}
          value={column.kind ?? ''}
          data={[...KINDS.map(optionOf), { value: '', label: words.kinds.omit }]}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...column, kind: KINDS.find((each) => each === value) ?? null })
          }
        />
      ),
    },
    {
      key: 'required',
      head: heads.required,
      cell: (column) => (
        <Checkbox
          aria-label={words.requiredOf(column.name)}
          label={words.required}
          disabled={column.kind === null}
          checked={column.required}
          onChange={({ currentTarget: { checked } }) => onChange({ ...column, required: checked })}
        />
      ),
    },
  ];
}

const optionOf = (kind: Kind) => ({ value: kind, label: all.table.kinds[kind] });
