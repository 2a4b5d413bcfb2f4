import {
  keepPreviousData,
  useInfiniteQuery,
  useQueryClient,
  type InfiniteData,
} from '@tanstack/react-query';
import { useMemo } from 'react';
import { listSubmissions } from '@/lib/api/endpoints/submissions/submissions';
import type { Sort, SubmissionOut, SubmissionPageOut } from '@/lib/api/model';
import type { ApiError } from '@/lib/http/api-error';
import type { Wanted } from '../filters/filters';

export const PAGE_SIZE = 100;

type Pages = InfiniteData<SubmissionPageOut, string | null>;

/** The rows of a filter as far as they were scrolled to, and what changes them in place. */
export function useRows(wanted: Wanted, sort: Sort) {
  const client = useQueryClient();
  // Not under the key of the list: to ask again for every page that was loaded is for nobody.
  const queryKey = ['submissions', 'rows', wanted, sort];
  const query = useInfiniteQuery<SubmissionPageOut, ApiError, Pages, unknown[], string | null>({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      listSubmissions(
        { ...wanted, sort, limit: PAGE_SIZE, ...(pageParam ? { cursor: pageParam } : {}) },
        { signal },
      ),
    initialPageParam: null,
    getNextPageParam: (last) => last.next_cursor,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
  const { data } = query;
  const rows = useMemo(() => once(data?.pages.flatMap(({ items }) => items) ?? []), [data]);

  const write = (pages: (before: Pages) => Pages) =>
    client.setQueryData<Pages>(queryKey, (before) => before && pages(before));

  return {
    ...query,
    rows,
    /** Shows the newest state of rows where they stand. */
    replace(items: SubmissionOut[]) {
      const fresh = new Map(items.map((item) => [item.id, item]));
      write(({ pages, pageParams }) => ({
        pageParams,
        pages: pages.map((page) =>
          page.items.some(({ id }) => fresh.has(id))
            ? { ...page, items: page.items.map((item) => fresh.get(item.id) ?? item) }
            : page,
        ),
      }));
    },
    /** Puts rows above the first one. */
    prepend(items: SubmissionOut[]) {
      write(({ pages, pageParams }) => ({
        pageParams,
        pages: pages.map((page, index) =>
          index === 0 ? { ...page, items: [...items, ...page.items] } : page,
        ),
      }));
    },
    /** Begins again at the first page. */
    restart: () => client.resetQueries({ queryKey, exact: true }),
  };
}

export type Rows = ReturnType<typeof useRows>;

/** A page that is asked for while rows move may repeat one of them. */
function once(items: SubmissionOut[]): SubmissionOut[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}
