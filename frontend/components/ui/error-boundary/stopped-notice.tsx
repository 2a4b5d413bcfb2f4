import { Button } from '@mantine/core';
import { Phrase } from '../phrase/phrase';
import { words } from '../words';
import styles from './stopped-notice.module.css';

type Props = { what: string; requestId: string | null; onRetry: () => void };

/** In place of a part of a page that stopped working. */
export function StoppedNotice({ what, requestId, onRetry }: Props) {
  return (
    <section className={styles.notice} role="alert">
      <h2>{words.part.title(what)}</h2>
      <p>{words.part.text}</p>
      {requestId && (
        <p className={styles.request}>
          <Phrase text={words.error.request} parts={{ id: <code>{requestId}</code> }} />
        </p>
      )}
      <Button size="compact-sm" variant="default" onClick={onRetry}>
        {words.error.again}
      </Button>
    </section>
  );
}
