import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Column } from './column';
import styles from './table.module.css';

/** What rows and their placeholders share. */
export type Frame<Row> = {
  columns: Column<Row>[];
  /** Names the table where no heading does. */
  label?: string;
  /** From which width down rows become cards; without it a table stays one. */
  cards?: 'phone' | 'tablet';
  /** The row below the pointer is set off. */
  highlight?: boolean;
  /** Of the table: sets `--cell`, `--head-cell` and the like, see table.module.css. */
  className?: string | undefined;
  rowClassName?: string | undefined;
};

/** The table and its head, around rows or their placeholders. */
export function TableFrame<Row>(
  props: Frame<Row> & { busy?: boolean | undefined; awaits?: boolean; children: ReactNode },
) {
  const { columns, label, cards, highlight, className, busy, awaits, children } = props;
  return (
    <table
      className={className ? `${styles.table} ${className}` : styles.table}
      aria-label={label}
      aria-busy={busy}
      data-awaits={awaits}
      data-cards={cards}
      data-highlight={highlight || undefined}
    >
      <thead>
        <tr>
          {columns.map(({ key, head, headHidden }) => (
            <th key={key} scope="col">
              {headHidden ? <VisuallyHidden>{head}</VisuallyHidden> : head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
