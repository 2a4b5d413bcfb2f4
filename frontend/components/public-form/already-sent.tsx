import { Button } from '@mantine/core';
import styles from './public-form.module.css';

/** The key of this form was used with other answers: an earlier try did arrive. */
export function AlreadySent({ onFresh }: { onFresh: () => void }) {
  return (
    <div className={styles.summary} role="alert">
      <h2>An earlier try of this form did arrive</h2>
      <p>
        Its answers differ from the ones below, so nothing was sent a second time. If you want to
        send another one, start with an empty form.
      </p>
      <Button variant="default" size="compact-sm" onClick={onFresh}>
        Start an empty form
      </Button>
    </div>
  );
}
