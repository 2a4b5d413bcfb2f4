import { useQueryClient } from '@tanstack/react-query';
import {
  getGetCallbackEndpointQueryKey,
  getListCallbackEndpointsQueryKey,
  getListCallbacksQueryKey,
  useChangeCallbackEndpoint,
  useCreateCallbackEndpoint,
  useDeleteCallbackEndpoint,
  useGetCallbackEndpoint,
  useListCallbackEndpoints,
  useRotateCallbackSecret,
} from '@/lib/api/endpoints/callbacks/callbacks';

const LOOK_EVERY = 15_000;
const PAGE = 50;

/** Who hears of submissions, newest first. */
export function useEndpoints(cursor: string | null = null) {
  return useListCallbackEndpoints(
    { limit: PAGE, ...(cursor ? { cursor } : {}) },
    { query: { refetchInterval: LOOK_EVERY } },
  );
}

export function useEndpoint(id: string) {
  return useGetCallbackEndpoint(id, { query: { refetchInterval: LOOK_EVERY } });
}

/** What can be done with endpoints. A secret is in the answer to `create` and `rotate` alone. */
export function useManageEndpoints() {
  const queries = useQueryClient();
  const renewed = (id?: string) =>
    Promise.all(
      [
        getListCallbackEndpointsQueryKey(),
        getListCallbacksQueryKey(),
        ...(id ? [getGetCallbackEndpointQueryKey(id)] : []),
      ].map((queryKey) => queries.invalidateQueries({ queryKey })),
    );
  return {
    create: useCreateCallbackEndpoint({ mutation: { gcTime: 0, onSettled: () => renewed() } }),
    change: useChangeCallbackEndpoint({
      mutation: { onSettled: (_, __, { endpointId }) => renewed(endpointId) },
    }),
    rotate: useRotateCallbackSecret({
      mutation: { gcTime: 0, onSettled: (_, __, { endpointId }) => renewed(endpointId) },
    }),
    remove: useDeleteCallbackEndpoint({ mutation: { onSettled: () => renewed() } }),
  };
}
