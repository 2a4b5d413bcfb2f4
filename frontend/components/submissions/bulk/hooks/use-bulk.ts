import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  getGetBulkQueryKey,
  getListBulkQueryKey,
  listBulkFields,
  previewBulk,
  useGetBulk,
  useListBulk,
  useListBulkItems,
  useStartPreviewedBulk,
  useStopBulk,
} from '@/lib/api/endpoints/bulk-actions/bulk-actions';
import { getListSubmissionsQueryKey } from '@/lib/api/endpoints/submissions/submissions';
import type {
  BulkFieldsIn,
  BulkItemOut,
  BulkOut,
  BulkPreviewIn,
  ItemOutcome,
  ListBulkItemsParams,
} from '@/lib/api/model';

const EVERY = 2_000;
const AFTERWARDS = 5_000;
const PAGE = 20;
const ITEMS = 50;

/** What an action would do, looked at anew for each thing that is asked; null: nothing yet. */
export function useBulkPreview(asked: BulkPreviewIn | null) {
  return useQuery({
    queryKey: ['bulk preview', asked],
    queryFn: ({ signal }) => previewBulk(asked as BulkPreviewIn, { signal }),
    enabled: asked !== null,
    // It is what matched when it was looked at: shown once, and not refreshed beneath the reader.
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
}

/** The questions whose answers can be corrected. */
export function useBulkFields(wanted: BulkFieldsIn) {
  return useQuery({
    queryKey: ['bulk fields', wanted],
    queryFn: ({ signal }) => listBulkFields(wanted, { signal }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 0,
  });
}

/** Carries out what was previewed. */
export function useBulkStart() {
  const client = useQueryClient();
  return useStartPreviewedBulk({
    mutation: {
      onSuccess: (bulk) => {
        client.setQueryData(getGetBulkQueryKey(bulk.id), bulk);
        void client.invalidateQueries({ queryKey: getListBulkQueryKey() });
      },
    },
  });
}

/** Those that were started, newest first; followed while one of them is running. */
export function useBulkList(cursor: string | null) {
  return useListBulk(
    { limit: PAGE, ...(cursor ? { cursor } : {}) },
    {
      query: {
        placeholderData: keepPreviousData,
        refetchInterval: ({ state }) => (state.data?.items.some(isRunning) ? EVERY : false),
      },
    },
  );
}

/** One of them, followed until it has ended. */
export function useBulk(id: string) {
  return useGetBulk(id, {
    query: {
      refetchInterval: ({ state }) => (state.data && isRunning(state.data) ? EVERY : false),
    },
  });
}

/** What became of its submissions, followed until it is known; `after`: the page before ended there. */
export function useBulkItems(bulk: BulkOut, outcome: ItemOutcome, after: number) {
  const params: ListBulkItemsParams = { outcome, after, limit: ITEMS };
  return useListBulkItems(bulk.id, params, {
    query: {
      placeholderData: keepPreviousData,
      refetchInterval: ({ state }) => {
        if (isRunning(bulk)) return EVERY;
        return state.data?.items.some(isUnderWay) ? AFTERWARDS : false;
      },
    },
  });
}

/** Stops one; what is shown of submissions is read anew. */
export function useBulkStop() {
  const client = useQueryClient();
  return useStopBulk({
    mutation: {
      onSuccess: (bulk) => {
        client.setQueryData(getGetBulkQueryKey(bulk.id), bulk);
        void client.invalidateQueries({ queryKey: getListBulkQueryKey() });
        void client.invalidateQueries({ queryKey: getListSubmissionsQueryKey() });
      },
    },
  });
}

/** Whether what took it up is still being delivered. */
const isUnderWay = ({ resumed_as_status: status }: BulkItemOut) =>
  status === 'accepted' || status === 'delivering';

export const isRunning = ({ status }: BulkOut) => status === 'running';
