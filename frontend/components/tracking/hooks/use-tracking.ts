import { useEffect, useState } from 'react';
import { getTracking } from '@/lib/api/endpoints/tracking/tracking';
import type { TrackingOut } from '@/lib/api/model';
import { useLive } from '@/lib/hooks/work/use-live';
import { isTerminal } from '@/lib/words/catalogues/states/states';

const POLL_EVERY = 3_000;

/** One submission as its sender sees it: live over SSE, polled while the stream is down. */
export function useTracking(token: string, atFirst: TrackingOut) {
  const [tracking, setTracking] = useState(atFirst);
  const settled = isTerminal(tracking.status);
  const liveness = useLive<TrackingOut>({
    url: settled ? null : `/stream/track/${encodeURIComponent(token)}`,
    onSnapshot: setTracking,
  });
  useEffect(() => {
    if (liveness !== 'polling' || settled) return undefined;
    const ask = () => void getTracking(token).then(setTracking, () => undefined);
    const timer = setInterval(ask, POLL_EVERY);
    return () => clearInterval(timer);
  }, [liveness, settled, token]);
  return { tracking, liveness };
}
