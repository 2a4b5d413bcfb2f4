import { useGetOverview } from '@/lib/api/endpoints/overview/overview';
import type { FirstStepsOut } from '@/lib/api/model';
import { FIRST_STEPS } from '@/lib/config/first-requests';

const LOOK_EVERY = 5_000;
/** How far the way to a first delivery was gone; looked at until the end of it. */
export function useFirstSteps(): { steps: FirstStepsOut | undefined; isPending: boolean } {
  const { data, isPending } = useGetOverview(FIRST_STEPS, {
    query: {
      refetchInterval: ({ state }) => (state.data?.first_steps.delivered ? false : LOOK_EVERY),
    },
  });
  return { steps: data?.first_steps, isPending };
}
