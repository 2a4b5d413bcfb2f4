import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
/** Null until somebody asks, so that what is drawn first is what the server drew. */
let now: number | null = null;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  now = Date.now();
  timer ??= setInterval(() => {
    now = Date.now();
    listeners.forEach((notify) => notify());
  }, 1_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** The time in epoch milliseconds, ticking once a second from one timer; null on the server. */
export function useNow(): number | null {
  return useSyncExternalStore<number | null>(
    subscribe,
    () => now,
    () => null,
  );
}

/**
 * Whether a time is still to come. Before the browser told the time it counts as that: the server had
 * just said it.
 */
export function useAhead(moment: string | null | undefined): boolean {
  const now = useNow();
  return Boolean(moment) && (now === null || new Date(moment ?? '').getTime() > now);
}
