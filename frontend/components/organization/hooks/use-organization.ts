import { useQueryClient } from '@tanstack/react-query';
import { getGetMeQueryKey, useLeaveOrganization } from '@/lib/api/endpoints/accounts/accounts';
import {
  getGetOrganizationQueryKey,
  useChangeOrganization,
  useGetOrganization,
} from '@/lib/api/endpoints/organization/organization';
import { drawFor } from '@/lib/http/drawn-for';

export function useOrganization() {
  return useGetOrganization();
}

/** Renames the organization or sets how long it keeps attempts; shown at once, in the header too. */
export function useChangeTheOrganization() {
  const client = useQueryClient();
  return useChangeOrganization({
    mutation: {
      onSuccess: (changed) => {
        client.setQueryData(getGetOrganizationQueryKey(), changed);
        void client.invalidateQueries({ queryKey: getGetMeQueryKey() });
      },
    },
  });
}

export function useLeave() {
  const client = useQueryClient();
  return useLeaveOrganization({
    mutation: {
      onSuccess: () => {
        client.clear();
        drawFor(null);
      },
    },
  });
}
