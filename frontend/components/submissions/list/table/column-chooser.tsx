import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '@/components/ui/dialog/dialog';
import { words } from '../words';
import { COLUMN_KEYS, FIXED_COLUMNS, USUAL_COLUMNS, type ColumnKey } from './column-keys';
import styles from './column-chooser.module.css';

type Props = { columns: readonly ColumnKey[]; onChange: (next: ColumnKey[]) => void };

/** Which columns the list has. On a phone every card has all of them. */
export function ColumnChooser({ columns, onChange }: Props) {
  const [open, setOpen] = useState(false);
  const turn = (key: ColumnKey) =>
    onChange(COLUMN_KEYS.filter((each) => columns.includes(each) !== (each === key)));
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {words.choose.open}
      </Button>
      {open && (
        <Dialog title={words.choose.title} onClose={() => setOpen(false)}>
          <div className={styles.columns}>
            {COLUMN_KEYS.map((key) => (
              <Checkbox
                key={key}
                label={words.columns[key]}
                checked={columns.includes(key)}
                disabled={FIXED_COLUMNS.has(key)}
                onChange={() => turn(key)}
              />
            ))}
          </div>
          <p className={styles.text}>{words.choose.text}</p>
          <Button variant="default" onClick={() => onChange(USUAL_COLUMNS)}>
            {words.choose.usual}
          </Button>
        </Dialog>
      )}
    </>
  );
}
