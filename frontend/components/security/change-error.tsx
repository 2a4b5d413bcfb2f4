import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { ApiError } from '@/lib/http/api-error';
import { GivenUp } from './identity/identity';
import styles from './security.module.css';

/** Why a change was not made; nothing when the person themselves gave it up. */
export function ChangeError({ error, what }: { error: Error | null; what: string }) {
  if (error === null || error instanceof GivenUp) return null;
  if (error instanceof ApiError && error.status === 400)
    return (
      <p className={styles.refusal} role="alert">
        {error.problem.errors[0]?.message ?? error.problem.detail}
      </p>
    );
  if (!(error instanceof ApiError))
    return (
      <p className={styles.refusal} role="alert">
        {`${what}: the device declined. Try again.`}
      </p>
    );
  return <ErrorNotice error={error} what={what} />;
}
