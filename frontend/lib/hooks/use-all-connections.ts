import { useQuery } from '@tanstack/react-query';
import {
  getListConnectionsQueryKey,
  listConnections,
} from '@/lib/api/endpoints/connections/connections';
import type { ConnectionOut } from '@/lib/api/model';

const PAGE_SIZE = 100;

/** All connections of the organization, by name. */
export function useAllConnections() {
  return useQuery({
    queryKey: [...getListConnectionsQueryKey(), 'all'],
    queryFn: async ({ signal }) => {
      const found: ConnectionOut[] = [];
      let cursor: string | null = null;
      do {
        const wanted: { limit: number; cursor?: string } = { limit: PAGE_SIZE };
        if (cursor) wanted.cursor = cursor;
        const page = await listConnections(wanted, { signal });
        found.push(...page.items);
        cursor = page.next_cursor;
      } while (cursor);
      return found.sort((one, other) => one.name.localeCompare(other.name));
    },
  });
}
