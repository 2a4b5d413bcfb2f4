import { Button } from '@mantine/core';
import { useState } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { DangerButton } from '@/components/ui/danger-button/danger-button';
import { words } from '../words';
import styles from './consequence.module.css';

type Props = {
  label: string;
  confirm: string;
  /** What will be so afterwards. */
  consequences: string[];
  pending: boolean;
  onConfirm: () => void;
};

/** A change that is done only after what follows from it was on the screen. */
export function Consequence({ label, confirm, consequences, pending, onConfirm }: Props) {
  const [asking, setAsking] = useState(false);
  return (
    <div className={styles.consequence}>
      {asking ? (
        <>
          <h3>{words.change.sure(label)}</h3>
          <ul>
            {consequences.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
          <ButtonRow>
            <DangerButton loading={pending} onClick={onConfirm}>
              {confirm}
            </DangerButton>
            <Button variant="default" autoFocus onClick={() => setAsking(false)}>
              {words.change.keep}
            </Button>
          </ButtonRow>
        </>
      ) : (
        <Button variant="default" onClick={() => setAsking(true)}>
          {words.change.ask(label)}
        </Button>
      )}
    </div>
  );
}
