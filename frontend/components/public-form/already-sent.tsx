import { Button } from '@mantine/core';
import { words as all } from './words';
import styles from './fields/error-summary.module.css';

const words = all.alreadySent;

/** The key of this form was used with other answers: an earlier try did arrive. */
export function AlreadySent({ onFresh }: { onFresh: () => void }) {
  return (
    <div className={styles.summary} role="alert">
      <h2>{words.title}</h2>
      <p>{words.text}</p>
      <Button variant="default" size="compact-sm" onClick={onFresh}>
        {words.fresh}
      </Button>
    </div>
  );
}
