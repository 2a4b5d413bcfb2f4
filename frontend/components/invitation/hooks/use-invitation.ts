import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lookAtInvitation, useAcceptInvitation } from '@/lib/api/endpoints/members/members';
import { drawFor } from '@/lib/http/drawn-for';

/** What an invitation's link tells; its error has status 404 when the link opens nothing. */
export function useInvitation(token: string | undefined) {
  return useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => lookAtInvitation({ token: token ?? '' }, { signal }),
    enabled: token !== undefined,
    staleTime: Infinity,
  });
}

/** Joins, and forgets what was shown of another organization: from now on it is this one's turn. */
export function useAccept() {
  const client = useQueryClient();
  return useAcceptInvitation({
    mutation: {
      onSuccess: (membership) => {
        client.clear();
        drawFor(membership.organization.id);
      },
    },
  });
}
