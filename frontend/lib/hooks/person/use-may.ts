import type { Permission } from '@/lib/api/model';
import { useMe } from '@/lib/hooks/person/use-me';

/**
 * For the `data-awaits` of what has more in it for some people (`styles/awaits.css`): whether nobody
 * knows yet what the signed-in person may do.
 */
export const useAwaitsMe = (): boolean => useMe().isPending;

/** Whether the signed-in person may do this; no as long as nobody knows. */
export function useMay(permission: Permission): boolean {
  return useMe().data?.permissions.includes(permission) ?? false;
}
