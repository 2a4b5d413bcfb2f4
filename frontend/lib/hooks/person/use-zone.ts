import { useSyncExternalStore } from 'react';
import { timeZone } from '@/lib/words/languages';
import { zoneOfBrowser } from '@/lib/zones/of-browser';

const never = () => () => undefined;

/** The time zone in which the person reads times (IANA); UTC on the server. */
export function useZone(): string {
  return useSyncExternalStore(
    never,
    () => timeZone() ?? zoneOfBrowser(),
    () => 'UTC',
  );
}
