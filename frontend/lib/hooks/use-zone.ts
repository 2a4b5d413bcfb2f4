import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** The time zone of the reader's clock; UTC while nobody knows. */
export function useZone(): string {
  return useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC',
    () => 'UTC',
  );
}
