import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import styles from '../members.module.css';

type Props = {
  label: string;
  confirm: string;
  pending: boolean;
  onConfirm: () => void;
  /** What will be so afterwards, as list items. */
  children: ReactNode;
};

/** A change that is done only after what follows from it was on the screen. */
export function Consequence({ label, confirm, pending, onConfirm, children }: Props) {
  const [asking, setAsking] = useState(false);
  return (
    <div className={styles.consequence}>
      {asking ? (
        <>
          <h3>{label}?</h3>
          <ul>{children}</ul>
          <div className={styles.buttons}>
            <Button className={styles.danger ?? ''} loading={pending} onClick={onConfirm}>
              {confirm}
            </Button>
            <Button variant="default" autoFocus onClick={() => setAsking(false)}>
              Keep it as it is
            </Button>
          </div>
        </>
      ) : (
        <Button variant="default" onClick={() => setAsking(true)}>
          {label}…
        </Button>
      )}
    </div>
  );
}
