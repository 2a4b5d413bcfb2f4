import { useQueryClient } from '@tanstack/react-query';
import { getGetMeQueryKey, useChooseMyOrganization } from '@/lib/api/endpoints/accounts/accounts';
import { drawFor } from '@/lib/http/drawn-for';

/** Goes over to another organization, and forgets whatever the former one had shown. */
export function useGoOver() {
  const client = useQueryClient();
  return useChooseMyOrganization({
    mutation: {
      onSuccess: (me) => {
        client.clear();
        drawFor(me.organization.id);
        client.setQueryData(getGetMeQueryKey(), me);
      },
    },
  });
}
