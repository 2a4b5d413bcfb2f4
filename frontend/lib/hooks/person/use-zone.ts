import { useSyncExternalStore } from 'react';
import { timeZone } from '@/lib/words/languages';

const never = () => () => undefined;

/** The time zone in which the person reads times (IANA); UTC on the server. */
export function useZone(): string {
  return useSyncExternalStore(
    never,
    () => timeZone() ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => 'UTC',
  );
}
