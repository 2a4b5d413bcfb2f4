import type { FaultOut } from '@/lib/api/model';
import type { ApiError } from '@/lib/http/api-error';

/** What was refused of a definition, as the check tells it. */
export const faultsOf = (error: ApiError | null): FaultOut[] =>
  (error?.problem.errors ?? []).map(({ field, message, line = null }) => ({
    field,
    message,
    line,
    column: null,
    code: null,
    params: {},
  }));
