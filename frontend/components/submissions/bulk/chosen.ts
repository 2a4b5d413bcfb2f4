import type { SubmissionFilterIn } from '@/lib/api/model';
import type { Selection } from '../list/selection';
import { words } from './words';

/** The filter that stands for a selection. */
export function filterOf(selection: Selection): SubmissionFilterIn {
  return selection.kind === 'ids' ? { ids: selection.ids } : selection.filters;
}

/** How many are selected; null where nobody counted. `exact`: there are no more. */
export function countOf(selection: Selection): { count: number; exact: boolean } | null {
  return selection.kind === 'ids' ? { count: selection.ids.length, exact: true } : selection.count;
}

/** "3 selected", "More than 10,000 selected". */
export function toldCount(selection: Selection): string {
  const counted = countOf(selection);
  if (counted === null) return words.bar.everything;
  return counted.exact ? words.bar.chosen(counted.count) : words.bar.most(counted.count);
}
