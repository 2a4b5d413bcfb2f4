import type { AlertOut } from '@/lib/api/model';

/** Whether nothing is said of it now. */
export function isSilent({ silenced_until: until }: Pick<AlertOut, 'silenced_until'>): boolean {
  return until !== null && new Date(until) > new Date();
}
