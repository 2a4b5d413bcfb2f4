import { useQueryClient } from '@tanstack/react-query';
import { getGetTrackingQueryKey, useGetTracking } from '@/lib/api/endpoints/tracking/tracking';
import type { TrackingOut } from '@/lib/api/model';
import { isTerminal } from '@/lib/words/states';
import { useLive } from '@/lib/hooks/use-live';

const POLL_EVERY = 3_000;

/** One submission as its sender sees it: live over SSE, polled while the stream is down. */
export function useTracking(token: string | undefined) {
  const client = useQueryClient();
  const known = client.getQueryData<TrackingOut>(getGetTrackingQueryKey(token ?? ''));
  const settled = known !== undefined && isTerminal(known.status);
  const liveness = useLive<TrackingOut>({
    url: token && !settled ? `/stream/track/${encodeURIComponent(token)}` : null,
    onSnapshot: (snapshot) => client.setQueryData(getGetTrackingQueryKey(token ?? ''), snapshot),
  });
  const query = useGetTracking(token ?? '', {
    query: {
      enabled: Boolean(token),
      refetchInterval: (current) =>
        liveness === 'polling' && !(current.state.data && isTerminal(current.state.data.status))
          ? POLL_EVERY
          : false,
    },
  });
  return { ...query, liveness };
}
