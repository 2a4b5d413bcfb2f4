import { useDeferredValue, useMemo } from 'react';
import { zoneNames } from './names';

/**
 * The zones to choose from. There are hundreds: they come after the page is drawn, which then answers
 * its reader sooner; until then the one that is kept.
 */
export function useZoneNames(kept: string | null): string[] {
  const all = useDeferredValue(true, false);
  return useMemo(() => (all ? zoneNames(kept) : kept ? [kept] : []), [all, kept]);
}
