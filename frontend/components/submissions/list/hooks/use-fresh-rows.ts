import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { listSubmissions } from '@/lib/api/endpoints/submissions/submissions';
import type { Rows } from './use-rows';

const EVERY = 5_000;
const SETTLE = 400;
const MOST = 50;

/** Keeps the rows in view up to date where they stand; nothing moves. */
export function useFreshRows(visible: readonly string[], rows: Rows) {
  const [settled] = useDebouncedValue(visible.slice(0, MOST).join(), SETTLE);
  const ids = settled ? settled.split(',') : [];
  return useQuery({
    queryKey: ['submissions', 'in view', settled],
    queryFn: async ({ signal }) => {
      const { items } = await listSubmissions({ ids, limit: MOST }, { signal });
      rows.replace(items);
      return items.length;
    },
    enabled: ids.length > 0,
    refetchInterval: EVERY,
    // They came a moment ago; what is gone back to did not.
    staleTime: EVERY,
    initialData: ids.length,
    initialDataUpdatedAt: () => rows.dataUpdatedAt,
  });
}
