import { useQueryClient } from '@tanstack/react-query';
import {
  getListViewsQueryKey,
  useChangeView,
  useCreateView,
  useDeleteView,
  useListViews,
} from '@/lib/api/endpoints/views/views';
import type { ViewOut } from '@/lib/api/model';

/** The saved views: one's own, and those that others share. */
export function useViews(): { views: ViewOut[]; isPending: boolean } {
  const { data, isPending } = useListViews({ query: { staleTime: 30_000 } });
  return { views: data?.items ?? [], isPending };
}

/** What can be done with a view; the list of them is asked for again afterwards. */
export function useChangeViews() {
  const client = useQueryClient();
  const mutation = {
    onSettled: () => client.invalidateQueries({ queryKey: getListViewsQueryKey() }),
  };
  return {
    create: useCreateView({ mutation }),
    change: useChangeView({ mutation }),
    remove: useDeleteView({ mutation }),
  };
}
