import { keepPreviousData } from '@tanstack/react-query';
import { useCountSubmissions } from '@/lib/api/endpoints/submissions/submissions';
import type { Wanted } from '../filters/filters';

const EVERY = 30_000;

/** How many match, as far as they are counted. */
export function useCount(wanted: Wanted, enabled: boolean) {
  return useCountSubmissions(wanted, {
    query: { enabled, placeholderData: keepPreviousData, refetchInterval: EVERY },
  });
}
