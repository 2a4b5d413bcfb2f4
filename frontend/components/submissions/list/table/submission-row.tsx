import { Checkbox } from '@mantine/core';
import { memo, type Ref } from 'react';
import type { SubmissionOut } from '@/lib/api/model';
import { words } from '../words';
import type { ColumnKey } from './column-keys';
import { CELLS, PLACES } from './columns';
import styles from './table.module.css';

type Props = {
  item: SubmissionOut;
  index: number;
  shown: readonly ColumnKey[];
  chosen: boolean;
  onToggle: (id: string) => void;
  measure: Ref<HTMLTableRowElement> | undefined;
};

/** One submission. It is drawn anew when it changes, not when the list is measured or scrolled. */
export const SubmissionRow = memo(function SubmissionRow(props: Props) {
  const { item, index, shown, chosen, onToggle, measure } = props;
  return (
    <tr
      ref={measure}
      data-index={index}
      data-row={item.id}
      data-chosen={chosen || undefined}
      aria-rowindex={index + 2}
    >
      <td className={styles.select}>
        <Checkbox
          size="xs"
          aria-label={words.select.row(item.reference)}
          checked={chosen}
          onChange={() => onToggle(item.id)}
        />
      </td>
      {shown.map((key) => (
        <td key={key} className={PLACES[key]}>
          {CELLS[key](item, shown)}
        </td>
      ))}
    </tr>
  );
});
