import { useQueryClient } from '@tanstack/react-query';
import {
  getListConnectionsQueryKey,
  useCreateConnection,
  useTestConnection,
  useTryConnection,
} from '@/lib/api/endpoints/connections/connections';

/** Trying settings that are saved nowhere, making a connection of them, and its first own test. */
export function useMaking() {
  const client = useQueryClient();
  const onSettled = () => void client.invalidateQueries({ queryKey: getListConnectionsQueryKey() });
  return {
    attempt: useTryConnection({ mutation: { gcTime: 0 } }),
    create: useCreateConnection({ mutation: { gcTime: 0, onSettled } }),
    test: useTestConnection({ mutation: { onSettled } }),
  };
}
