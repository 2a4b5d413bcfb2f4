import { useQueryClient } from '@tanstack/react-query';
import {
  getListAlertRoutesQueryKey,
  useCreateAlertRoute,
  useChangeAlertRoute,
  useDeleteAlertRoute,
  useListAlertRoutes,
} from '@/lib/api/endpoints/alerts/alerts';

const AT_MOST = 50;

/** Every route of the organization: it has at most fifty. */
export function useRoutes() {
  return useListAlertRoutes({ limit: AT_MOST });
}

/** Making, changing and deleting routes. A secret is in the answer to `create` alone. */
export function useManageRoutes() {
  const queries = useQueryClient();
  const mutation = {
    onSettled: () => queries.invalidateQueries({ queryKey: getListAlertRoutesQueryKey() }),
  };
  return {
    create: useCreateAlertRoute({ mutation: { ...mutation, gcTime: 0 } }),
    change: useChangeAlertRoute({ mutation }),
    remove: useDeleteAlertRoute({ mutation }),
  };
}
