import { useEffect, useRef, useState } from 'react';

const RECONNECT_AFTER = 10_000;

/** `live`: snapshots arrive by themselves. `polling`: the caller must ask. */
export type Liveness = 'connecting' | 'live' | 'polling' | 'off';

type Options<T> = {
  /** Address of an event stream that sends `snapshot` events; null keeps the stream closed. */
  url: string | null;
  onSnapshot: (snapshot: T) => void;
};

/**
 * Follows a Server-Sent Events stream of whole snapshots. While the stream is down the caller
 * polls; the stream is tried again by the browser, or by us when it was refused.
 */
export function useLive<T>({ url, onSnapshot }: Options<T>): Liveness {
  const [liveness, setLiveness] = useState<Liveness>('connecting');
  const deliver = useRef(onSnapshot);
  useEffect(() => {
    deliver.current = onSnapshot;
  });

  useEffect(() => {
    if (url === null || !supported()) return;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let source: EventSource;
    const open = () => {
      source = new EventSource(url);
      source.onopen = () => setLiveness('live');
      source.addEventListener('snapshot', (event: MessageEvent<string>) => {
        deliver.current(JSON.parse(event.data) as T);
      });
      source.onerror = () => {
        setLiveness('polling');
        if (source.readyState === EventSource.CLOSED) retry = setTimeout(open, RECONNECT_AFTER);
      };
    };
    open();
    return () => {
      clearTimeout(retry);
      source.close();
    };
  }, [url]);

  if (url === null) return 'off';
  return supported() ? liveness : 'polling';
}

function supported(): boolean {
  return typeof EventSource !== 'undefined';
}
