import type { BulkOut, SubmissionFilterIn } from '@/lib/api/model';
import { filtersWanted, queryOf, type ListFilters } from '../../list/filters/filters';

/**
 * The list where the rest of a stopped action is chosen again; null where that cannot be said, as
 * an address holds no ids.
 */
export function listOfRest({ kind, filter }: BulkOut) {
  const wanted = filter as SubmissionFilterIn;
  if (wanted.ids) return null;
  const again = kind === 'resume' || kind === 'correct';
  return {
    pathname: '/submissions',
    query: queryOf({ ...sameAs(wanted), ...(again ? resumable(wanted) : {}) }),
  };
}

/** To the moment, where the list itself has days. */
const sameAs = (wanted: SubmissionFilterIn): ListFilters => ({
  ...filtersWanted(wanted, 'newest'),
  from: '',
  to: '',
  accepted_from: wanted.accepted_from ?? '',
  accepted_before: wanted.accepted_before ?? '',
});

/** Without those that it took up. */
const resumable = ({ status, continued }: SubmissionFilterIn): Partial<ListFilters> => ({
  status: status ?? ['failed', 'cancelled'],
  ...(typeof continued === 'boolean' ? {} : { continued: 'false' }),
});
