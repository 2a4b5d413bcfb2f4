const LATEST_MS = 5_000;

/** Does this when the browser has nothing else to do, and within seconds in any case. */
export function whenIdle(task: () => void): void {
  // Safari has no such callback before version 26.
  if ('requestIdleCallback' in window) requestIdleCallback(task, { timeout: LATEST_MS });
  else setTimeout(task, LATEST_MS);
}
