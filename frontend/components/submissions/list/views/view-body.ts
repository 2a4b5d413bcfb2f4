import type { ViewIn, ViewOut } from '@/lib/api/model';
import { wantedOf, type ListFilters } from '../filters/filters';
import type { ColumnKey } from '../table/column-keys';

/** What is saved of the list as it is shown now. */
export function bodyOf(
  filters: ListFilters,
  columns: readonly ColumnKey[],
  { name, shared }: Pick<ViewOut, 'name' | 'shared'>,
): ViewIn {
  return { name, shared, filter: wantedOf(filters), columns: [...columns], sort: filters.sort };
}
