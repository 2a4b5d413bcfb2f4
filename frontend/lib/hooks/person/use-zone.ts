import { useSyncExternalStore } from 'react';
import { zoneHere } from '@/lib/zones/days';

const never = () => () => undefined;

/** The time zone in which the person reads times (IANA); UTC on the server. */
export function useZone(): string {
  return useSyncExternalStore(never, zoneHere, () => 'UTC');
}
