import { useCallback, useEffect, useRef } from 'react';

/** One and the same function for as long as its component is drawn; it does what the latest does. */
export function useStable<Args extends unknown[]>(
  act: ((...args: Args) => void) | undefined,
): (...args: Args) => void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  return useCallback((...args) => latest.current?.(...args), []);
}
