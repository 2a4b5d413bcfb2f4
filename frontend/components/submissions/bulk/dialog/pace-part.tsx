import { SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import { words } from '../words';
import styles from './pace-part.module.css';

export const USUAL_PACE = 10;
const PACES = [1, USUAL_PACE, 50] as const;
/** What the API takes at most. */
const ALL = 1000;

type Props = { rate: number; onChange: (rate: number) => void };

/** How many submissions a second are treated at most. */
export function PacePart({ rate, onChange }: Props) {
  const id = useId();
  const { legend, perSecond, all } = words.dialog.pace;
  return (
    <div>
      <p id={id} className={styles.legend}>
        {legend}
      </p>
      <SegmentedControl
        fullWidth
        aria-labelledby={id}
        value={String(rate)}
        onChange={(value) => onChange(Number(value))}
        data={[
          ...PACES.map((pace) => ({ value: String(pace), label: perSecond(pace) })),
          { value: String(ALL), label: all },
        ]}
      />
    </div>
  );
}
