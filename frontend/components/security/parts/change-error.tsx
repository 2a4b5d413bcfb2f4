import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { ApiError } from '@/lib/http/api-error';
import { GivenUp } from '../identity/identity';
import { Refusal } from './refusal';
import { words } from '../words';

/** Why a change was not made; nothing when the person themselves gave it up. */
export function ChangeError({ error, what }: { error: Error | null; what: string }) {
  if (error === null || error instanceof GivenUp) return null;
  if (error instanceof ApiError && error.status === 400)
    return <Refusal>{error.problem.errors[0]?.message ?? error.problem.detail}</Refusal>;
  if (!(error instanceof ApiError)) return <Refusal>{words.declined(what)}</Refusal>;
  return <ErrorNotice error={error} what={what} />;
}
