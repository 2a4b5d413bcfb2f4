import { useQuery } from '@tanstack/react-query';
import { readStanding } from '@/lib/http/account/session';

/** Where the sign-in of this browser stands, read once on arrival. */
export function useStanding() {
  return useQuery({
    queryKey: ['sign-in', 'standing'],
    queryFn: readStanding,
    staleTime: Infinity,
    gcTime: 0,
  });
}
