import { keepPreviousData } from '@tanstack/react-query';
import { useGetOverview, useListNeeds } from '@/lib/api/endpoints/overview/overview';
import type { View } from './use-view';

const LOOK_EVERY = 10_000;

/** What needs a person now. */
export function useNeeds() {
  return useListNeeds({ query: { refetchInterval: LOOK_EVERY } });
}

/** What went through in the chosen time; what was chosen before stays until the new is there. */
export function useOverview({ period, workflow, connection }: View, zone: string) {
  return useGetOverview(
    {
      period,
      time_zone: zone,
      ...(workflow ? { workflow } : {}),
      ...(connection ? { connection } : {}),
    },
    { query: { placeholderData: keepPreviousData, refetchInterval: LOOK_EVERY } },
  );
}
