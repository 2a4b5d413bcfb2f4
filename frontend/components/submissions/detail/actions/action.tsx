import { Button } from '@mantine/core';
import { useId } from 'react';
import styles from './actions.module.css';

type Props = {
  name: string;
  /** What follows from it, in a sentence or two. */
  hint: string;
  primary?: boolean;
  loading?: boolean;
  onClick: () => void;
};

/** Something that can be done, with what follows from it beside it. */
export function Action({ name, hint, primary = false, loading = false, onClick }: Props) {
  const id = useId();
  return (
    <li className={styles.action}>
      <Button
        variant={primary ? 'filled' : 'default'}
        size="compact-sm"
        loading={loading}
        aria-describedby={id}
        onClick={onClick}
      >
        {name}
      </Button>
      <p id={id} className={styles.hint}>
        {hint}
      </p>
    </li>
  );
}
