import { keepPreviousData } from '@tanstack/react-query';
import { useCountSubmissions } from '@/lib/api/endpoints/submissions/submissions';
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

/** What failed or needed a person, was not taken up again, and so is left to repair. */
export const LEFT = { status: ['failed', 'needs_attention'], continued: false } as const;

/** How much of what was accepted in the chosen time is left to repair. */
export function useLeft({ period, workflow }: View) {
  const { status, continued } = LEFT;
  return useCountSubmissions(
    {
      status: [...status],
      continued,
      accepted_within: period,
      ...(workflow ? { workflow: [workflow] } : {}),
    },
    { query: { placeholderData: keepPreviousData, refetchInterval: LOOK_EVERY } },
  );
}
