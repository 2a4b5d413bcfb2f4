import { useListAlerts } from '@/lib/api/endpoints/alerts/alerts';
import type { AlertOut } from '@/lib/api/model';
import { useTold } from '../hooks/use-told';

const LOOK_EVERY = 30_000;
const SHOWN = 5;

/** The newest of what needs a person now; looked for as often as the system does. */
export function useOpenAlerts() {
  return useListAlerts(
    { open: true, limit: SHOWN, ...useTold() },
    {
      query: {
        refetchInterval: LOOK_EVERY,
        select: (page) => ({ ...page, items: page.items.filter(asks) }),
      },
    },
  );
}

/** Nobody has said yet that they care for it, or that it may wait. */
const asks = ({ acknowledged_at, silenced_until }: AlertOut) =>
  !acknowledged_at && !(silenced_until && Date.parse(silenced_until) > Date.now());
