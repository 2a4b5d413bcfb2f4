import { useRouter } from 'next/router';
import { useCallback, useMemo, useRef } from 'react';
import { filtersOf, leftOut, queryOf, type ListFilters } from '../filters/filters';
import { useQueryReady } from '@/lib/hooks/use-query-ready';

/** The filters live in the address, so that a list can be shared, reloaded and gone back to. */
export function useAddress() {
  const router = useRouter();
  const ready = useQueryReady();
  const filters = useMemo(() => filtersOf(router.query), [router.query]);
  const typing = useRef(false);

  /** Each change is a step of the history; what is typed in one go is a single one. */
  const change = useCallback(
    (next: Partial<ListFilters>) => {
      const typed = Object.keys(next).join() === 'q';
      const go = typed && typing.current ? router.replace : router.push;
      typing.current = typed;
      const query = queryOf({ ...filters, ...next });
      void go({ pathname: '/submissions', query }, undefined, { shallow: true, scroll: false });
    },
    [router, filters],
  );

  const strange = useMemo(() => leftOut(router.query), [router.query]);
  return { filters, strange, change, ready };
}
