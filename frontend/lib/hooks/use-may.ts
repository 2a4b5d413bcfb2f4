import type { Permission } from '@/lib/api/model';
import { useMe } from '@/lib/hooks/use-me';

/** Whether the signed-in person may do this; no as long as nobody knows. */
export function useMay(permission: Permission): boolean {
  return useMe().data?.permissions.includes(permission) ?? false;
}
