import { keepPreviousData } from '@tanstack/react-query';
import { useListSubmissions } from '@/lib/api/endpoints/submissions/submissions';
import type { SubmissionStatus } from '@/lib/api/model';

export const PAGE_SIZE = 25;
const REFRESH_EVERY = 10_000;

export type SubmissionFilters = {
  status: SubmissionStatus | null;
  search: string;
  cursor: string | null;
};

/** One page of the organization's submissions, newest first. */
export function useSubmissions({ status, search, cursor }: SubmissionFilters) {
  return useListSubmissions(
    {
      limit: PAGE_SIZE,
      ...(status ? { status } : {}),
      ...(search ? { q: search } : {}),
      ...(cursor ? { cursor } : {}),
    },
    { query: { placeholderData: keepPreviousData, refetchInterval: REFRESH_EVERY } },
  );
}
