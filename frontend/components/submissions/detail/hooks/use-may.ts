import type { Permission } from '@/lib/api/model';
import { useMe } from '@/lib/hooks/person/use-me';

/** Whether the signed-in person may do this; undefined until that is known. */
export function useMay(permission: Permission): boolean | undefined {
  return useMe().data?.permissions.includes(permission);
}
