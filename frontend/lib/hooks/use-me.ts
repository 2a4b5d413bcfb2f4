import { useGetMe } from '@/lib/api/endpoints/accounts/accounts';

/** The signed-in person; the error has status 401 when there is none. */
export function useMe() {
  return useGetMe({ query: { staleTime: 60_000 } });
}
