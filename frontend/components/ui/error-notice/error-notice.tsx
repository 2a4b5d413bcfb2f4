import { Button } from '@mantine/core';
import { ApiError } from '@/lib/http/api-error';
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
      <p>{known?.problem.detail ?? 'Something in this page failed. Try again.'}</p>
      {known?.requestId && (
        <p className={styles.request}>
          Request <code>{known.requestId}</code>
        </p>
      )}
      {canRetry && (
        <Button size="compact-sm" variant="default" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}
