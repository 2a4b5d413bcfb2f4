import { useSyncExternalStore } from 'react';

let running = false;

function subscribe(listener: () => void): () => void {
  running = true;
  listener();
  return () => undefined;
}

/** Whether a script works the page: false as the server draws it, and at first in the browser. */
export function useScripted(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => running,
    () => false,
  );
}
