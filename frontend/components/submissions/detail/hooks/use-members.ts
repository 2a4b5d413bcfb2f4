import { useListMembers } from '@/lib/api/endpoints/members/members';

const MOST = 100;

/** Whom a submission can be given to. */
export function useMembers() {
  return useListMembers({ limit: MOST }, { query: { staleTime: 60_000 } });
}
