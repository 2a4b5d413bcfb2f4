import { useListAlerts } from '@/lib/api/endpoints/alerts/alerts';

const LOOK_EVERY = 30_000;

/** What needs a person now; looked for as often as the system does. */
export function useOpenAlerts() {
  return useListAlerts({ open: true, limit: 5 }, { query: { refetchInterval: LOOK_EVERY } });
}
