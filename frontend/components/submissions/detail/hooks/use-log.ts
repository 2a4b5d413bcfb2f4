import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { getListEventsQueryKey, listEvents } from '@/lib/api/endpoints/submissions/submissions';
import type { EventPageOut } from '@/lib/api/model';

const PAGE_SIZE = 100;

/**
 * What happened to a submission, oldest first. `stamp`: when its state was read last; with each new
 * state the log is read again.
 */
export function useLog(submissionId: string, stamp: number) {
  const query = useInfiniteQuery({
    queryKey: [...getListEventsQueryKey(submissionId), 'log'],
    queryFn: ({ pageParam, signal }) =>
      listEvents(submissionId, { after: pageParam, limit: PAGE_SIZE }, { signal }),
    initialPageParam: 0,
    getNextPageParam: (last: EventPageOut) =>
      last.items.length >= PAGE_SIZE ? last.last_id : undefined,
  });
  const { refetch, dataUpdatedAt: read } = query;
  useEffect(() => {
    if (read > 0 && stamp > read) void refetch();
  }, [stamp, read, refetch]);
  return { ...query, events: query.data?.pages.flatMap((page) => page.items) ?? [] };
}
