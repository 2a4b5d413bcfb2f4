import { useListAlerts } from '@/lib/api/endpoints/alerts/alerts';
import { useTold } from '../hooks/use-told';

const LOOK_EVERY = 30_000;
const SHOWN = 5;

/** The newest of what needs a person now; looked for as often as the system does. */
export function useOpenAlerts() {
  return useListAlerts(
    { open: true, limit: SHOWN, ...useTold() },
    { query: { refetchInterval: LOOK_EVERY } },
  );
}
