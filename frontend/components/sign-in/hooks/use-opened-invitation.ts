import { useQuery } from '@tanstack/react-query';
import { openInvitation } from '@/lib/http/account/session';

/** The invitation of a link; asked for once there is a token. */
export function useOpenedInvitation(token: string | null) {
  return useQuery({
    queryKey: ['sign-in', 'invitation', token],
    queryFn: () => openInvitation(token ?? ''),
    enabled: token !== null,
    staleTime: Infinity,
    retry: false,
  });
}
