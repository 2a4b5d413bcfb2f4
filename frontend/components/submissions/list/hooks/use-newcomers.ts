import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import {
  getCountSubmissionsQueryKey,
  listSubmissions,
} from '@/lib/api/endpoints/submissions/submissions';
import type { Sort, SubmissionOut } from '@/lib/api/model';
import type { Rows } from './use-rows';
import type { Wanted } from '../filters/filters';

export const MOST_NEW = 25;
const EVERY = 5_000;
const AT_THE_TOP = 120;

type Options = { wanted: Wanted; sort: Sort; rows: Rows; held: boolean };

/**
 * What came since the first row. At the top of the page, as long as nobody is at work in the list
 * (`held`), it comes in by itself; elsewhere it is told and waits to be asked for. Either way the
 * count has it.
 */
export function useNewcomers({ wanted, sort, rows, held }: Options) {
  const client = useQueryClient();
  const known = rows.isSuccess && !rows.isPlaceholderData;
  const { data } = useQuery({
    queryKey: ['submissions', 'newest', wanted, sort],
    queryFn: ({ signal }) => listSubmissions({ ...wanted, sort, limit: MOST_NEW }, { signal }),
    enabled: known && sort !== 'oldest',
    refetchInterval: EVERY,
    staleTime: EVERY,
  });
  const first = rows.rows[0];
  const fresh = known && data ? data.items.filter((item) => isNewer(item, first, sort)) : [];
  const key = fresh.map(({ id }) => id).join();
  const byItself = fresh.length > 0 && fresh.length < MOST_NEW && sort === 'newest' && !held;

  useEffect(() => {
    if (key)
      void client.invalidateQueries({ queryKey: getCountSubmissionsQueryKey(wanted), exact: true });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each that came
  }, [key]);
  useEffect(() => {
    if (byItself && window.scrollY < AT_THE_TOP) rows.prepend(fresh);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each that came
  }, [key, byItself]);

  return { count: fresh.length, key };
}

function isNewer(item: SubmissionOut, first: SubmissionOut | undefined, sort: Sort): boolean {
  if (first === undefined) return true;
  return sort === 'newest' ? item.id > first.id : item.changed_at > first.changed_at;
}
