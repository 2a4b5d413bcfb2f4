import { useGetOverview } from '@/lib/api/endpoints/overview/overview';
import type { FirstStepsOut } from '@/lib/api/model';

const LOOK_EVERY = 5_000;
const THE_LEAST = { period: 'hour' } as const;

/** How far the way to a first delivery was gone; looked at until the end of it. */
export function useFirstSteps(): FirstStepsOut | undefined {
  const { data } = useGetOverview(THE_LEAST, {
    query: {
      refetchInterval: ({ state }) => (state.data?.first_steps.delivered ? false : LOOK_EVERY),
    },
  });
  return data?.first_steps;
}
