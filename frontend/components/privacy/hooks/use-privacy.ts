import { useQueryClient } from '@tanstack/react-query';
import {
  getExportPersonUrl,
  getGetPrivacyRequestQueryKey,
  getListPrivacyRequestsQueryKey,
  useErasePerson,
  useGetPrivacyRequest,
  useListPrivacyRequests,
  useSearchPerson,
} from '@/lib/api/endpoints/privacy/privacy';
import type { PrivacyRequestOut, RequestStatus } from '@/lib/api/model';

const REFRESH_EVERY = 2_000;
const WORKING: ReadonlySet<RequestStatus> = new Set(['searching', 'erasing', 'waiting']);

/** Whether Waybill still works on it by itself. */
export function isWorking(status: RequestStatus): boolean {
  return WORKING.has(status);
}

/** One search for a person, followed until nothing happens any more. */
export function usePrivacyRequest(id: string) {
  return useGetPrivacyRequest(id, {
    query: {
      refetchInterval: ({ state }) =>
        state.data && isWorking(state.data.status) ? REFRESH_EVERY : false,
    },
  });
}

/** Searches and erasures, newest first. */
export function usePrivacyRequests() {
  return useListPrivacyRequests({ limit: 20 });
}

/** Looking for a person, and erasing what was found. Each answer is the new state. */
export function usePrivacyActions() {
  const client = useQueryClient();
  const mutation = {
    onSuccess: (request: PrivacyRequestOut) => {
      client.setQueryData(getGetPrivacyRequestQueryKey(request.id), request);
      void client.invalidateQueries({ queryKey: getListPrivacyRequestsQueryKey() });
    },
  };
  return { search: useSearchPerson({ mutation }), erase: useErasePerson({ mutation }) };
}

/** Where the document with everything that was found comes from. */
export function personFile(id: string): string {
  return getExportPersonUrl(id);
}
