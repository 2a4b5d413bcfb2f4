import { useSyncExternalStore } from 'react';
import { timeZone } from '@/lib/words/languages';

const never = () => () => undefined;

/** Milliseconds for which the browser's zone is remembered: each time on a page asks for it. */
const REMEMBERED = 10_000;
let asked = -Infinity;
let browsers = 'UTC';

function zoneOfBrowser(): string {
  const now = performance.now();
  if (now - asked > REMEMBERED) {
    asked = now;
    browsers = Intl.DateTimeFormat().resolvedOptions().timeZone;
  }
  return browsers;
}

/** The time zone in which the person reads times (IANA); UTC on the server. */
export function useZone(): string {
  return useSyncExternalStore(
    never,
    () => timeZone() ?? zoneOfBrowser(),
    () => 'UTC',
  );
}
