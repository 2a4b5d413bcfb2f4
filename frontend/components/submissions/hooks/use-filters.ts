import { useRouter } from 'next/router';
import type { SubmissionFilters } from './use-submissions';
import { SubmissionStatus } from '@/lib/api/model';

type Change = Partial<SubmissionFilters>;

const STATUSES = new Set<string>(Object.values(SubmissionStatus));

/** The filters live in the address, so that a list can be shared, reloaded and gone back to. */
export function useFilters() {
  const router = useRouter();
  const filters = readFilters(router.query);

  /** Changing a filter starts again at the first page; turning a page adds to the history. */
  function change(next: Change) {
    const merged = { ...filters, cursor: null, ...next };
    const target = { pathname: '/submissions', query: toQuery(merged) };
    const go = 'cursor' in next ? router.push : router.replace;
    void go(target, undefined, { shallow: true, scroll: 'cursor' in next });
  }

  return { filters, change, ready: router.isReady };
}

function readFilters(query: Record<string, string | string[] | undefined>): SubmissionFilters {
  const { status, q, cursor } = query;
  return {
    status:
      typeof status === 'string' && STATUSES.has(status) ? (status as SubmissionStatus) : null,
    search: typeof q === 'string' ? q : '',
    cursor: typeof cursor === 'string' ? cursor : null,
  };
}

function toQuery({ status, search, cursor }: SubmissionFilters): Record<string, string> {
  return {
    ...(status ? { status } : {}),
    ...(search ? { q: search } : {}),
    ...(cursor ? { cursor } : {}),
  };
}
