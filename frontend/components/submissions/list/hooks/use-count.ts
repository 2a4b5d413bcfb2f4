import { keepPreviousData } from '@tanstack/react-query';
import { useCountSubmissions } from '@/lib/api/endpoints/submissions/submissions';
import type { SubmissionFilterIn } from '@/lib/api/model';

const EVERY = 30_000;

/** How many match, as far as they are counted. */
export function useCount(wanted: SubmissionFilterIn, enabled: boolean) {
  return useCountSubmissions(wanted, {
    query: { enabled, placeholderData: keepPreviousData, refetchInterval: EVERY },
  });
}
