import { Button } from '@mantine/core';
import { ApiError } from '@/lib/http/api-error';
import { Phrase } from '../phrase/phrase';
import { words } from '../words';
import styles from './error-notice.module.css';

type Props = {
  error: unknown;
  /** What could not be done, for example "The submission could not be loaded". */
  what: string;
  onRetry?: () => void;
};

/** What happened, to what, and what to do about it, with the request id to quote. */
export function ErrorNotice({ error, what, onRetry }: Props) {
  const known = error instanceof ApiError ? error : null;
  const canRetry = onRetry !== undefined && (known === null || known.retryable);
  return (
    <div className={styles.notice} role="alert">
      <h2>{what}</h2>
      <p>{known?.problem.detail ?? words.error.unknown}</p>
      {known?.requestId && (
        <p className={styles.request}>
          <Phrase text={words.error.request} parts={{ id: <code>{known.requestId}</code> }} />
        </p>
      )}
      {canRetry && (
        <Button size="compact-sm" variant="default" onClick={onRetry}>
          {words.error.again}
        </Button>
      )}
    </div>
  );
}
