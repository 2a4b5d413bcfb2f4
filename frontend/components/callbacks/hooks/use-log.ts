import { keepPreviousData, useQueryClient } from '@tanstack/react-query';
import {
  getGetCallbackQueryKey,
  getListCallbacksQueryKey,
  useGetCallback,
  useListCallbacks,
  useResendCallback,
} from '@/lib/api/endpoints/callbacks/callbacks';
import type { CallbackStatus } from '@/lib/api/model';

const LOOK_EVERY = 10_000;
const WATCH_EVERY = 2_000;
const PAGE = 25;

export type LogFilters = {
  endpoint: string | null;
  status: CallbackStatus | null;
  kind: string | null;
  cursor: string | null;
};

/** One page of what was sent or waits to be, newest first. */
export function useLog({ endpoint, status, kind, cursor }: LogFilters) {
  return useListCallbacks(
    {
      limit: PAGE,
      ...(endpoint ? { endpoint } : {}),
      ...(status ? { status } : {}),
      ...(kind ? { kind } : {}),
      ...(cursor ? { cursor } : {}),
    },
    { query: { placeholderData: keepPreviousData, refetchInterval: LOOK_EVERY } },
  );
}

/** One callback with its request and answers; followed while it is on its way. */
export function useCallbackDetail(id: string) {
  return useGetCallback(id, {
    query: {
      refetchInterval: ({ state }) =>
        state.data?.status === 'pending' || state.data?.status === 'sending' ? WATCH_EVERY : false,
    },
  });
}

/** Sends an ended one again. */
export function useResend(id: string) {
  const queries = useQueryClient();
  return useResendCallback({
    mutation: {
      onSettled: () =>
        Promise.all(
          [getListCallbacksQueryKey(), getGetCallbackQueryKey(id)].map((queryKey) =>
            queries.invalidateQueries({ queryKey }),
          ),
        ),
    },
  });
}
