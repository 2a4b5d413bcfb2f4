import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { ApiError } from '@/lib/http/api-error';
import { words } from '../words';

type Props = { error: unknown; what: string };

/** Why a change was refused; after somebody else's change, what to do about that. */
export function Refusal({ error, what }: Props) {
  if (error === null) return null;
  const stale = error instanceof ApiError && error.status === 412;
  return (
    <>
      <ErrorNotice error={error} what={what} />
      {stale && <p>{words.stale}</p>}
    </>
  );
}
