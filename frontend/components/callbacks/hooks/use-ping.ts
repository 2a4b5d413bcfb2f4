import { useQueryClient } from '@tanstack/react-query';
import {
  getListCallbacksQueryKey,
  useGetCallback,
  usePingCallbackEndpoint,
} from '@/lib/api/endpoints/callbacks/callbacks';

const WATCH_EVERY = 1_000;

/** Sends a ping, and follows it until its first try has ended. */
export function usePing(endpointId: string) {
  const queries = useQueryClient();
  const ping = usePingCallbackEndpoint({
    mutation: {
      onSettled: () => queries.invalidateQueries({ queryKey: getListCallbacksQueryKey() }),
    },
  });
  const sent = ping.data;
  const followed = useGetCallback(sent?.id ?? '', {
    query: {
      enabled: sent !== undefined,
      refetchInterval: ({ state }) =>
        state.data && state.data.attempts.length > 0 ? false : WATCH_EVERY,
    },
  });
  return {
    send: () => ping.mutate({ endpointId }),
    sending: ping.isPending,
    error: ping.error,
    message: sent && (followed.data ?? sent),
  };
}
