import { keepPreviousData, useQueryClient } from '@tanstack/react-query';
import { getGetMeQueryKey } from '@/lib/api/endpoints/accounts/accounts';
import {
  getListInvitationsQueryKey,
  getListMembersQueryKey,
  useChangeMemberRole,
  useCreateInvitation,
  useListInvitations,
  useListMembers,
  useRemoveMember,
  useResendInvitation,
  useRevokeInvitation,
  useTransferOwnership,
} from '@/lib/api/endpoints/members/members';

const PAGE_SIZE = 100;

/** One page of the organization's members, those who joined last first. */
export function useMembers(cursor: string | null) {
  return useListMembers(
    { limit: PAGE_SIZE, ...(cursor ? { cursor } : {}) },
    { query: { placeholderData: keepPreviousData } },
  );
}

/** Invitations that wait; not asked for by those who may not see them. */
export function useInvitations(enabled: boolean) {
  return useListInvitations({ limit: PAGE_SIZE }, { query: { enabled } });
}

/** What may be done with a member. What they had offered and what oneself may can change with it. */
export function useMemberChanges() {
  const client = useQueryClient();
  const mutation = {
    onSettled: () => {
      for (const queryKey of [
        getListMembersQueryKey(),
        getListInvitationsQueryKey(),
        getGetMeQueryKey(),
      ])
        void client.invalidateQueries({ queryKey });
    },
  };
  return {
    changeRole: useChangeMemberRole({ mutation }),
    remove: useRemoveMember({ mutation }),
    transfer: useTransferOwnership({ mutation }),
  };
}

/** What may be done with invitations. One whose e-mail was not sent is listed all the same. */
export function useInvitationChanges() {
  const client = useQueryClient();
  const mutation = {
    onSettled: () => void client.invalidateQueries({ queryKey: getListInvitationsQueryKey() }),
  };
  return {
    invite: useCreateInvitation({ mutation }),
    resend: useResendInvitation({ mutation }),
    revoke: useRevokeInvitation({ mutation }),
  };
}
