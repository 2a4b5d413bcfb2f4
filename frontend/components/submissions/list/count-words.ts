import type { SubmissionCountOut } from '@/lib/api/model';
import { words } from './words';

const COUNTED = 10_000;

/** "1,234 submissions", and what is said where they were not all counted. */
export function countWords({ count, exact }: SubmissionCountOut): string {
  if (exact) return words.count.exact(count);
  if (count >= COUNTED) return words.count.most(count);
  return count === 0 ? words.count.none : words.count.least(count);
}
