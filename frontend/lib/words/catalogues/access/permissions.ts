import type { Permission } from '@/lib/api/model';
import { inEachLanguage } from '../../languages';
import { words as de } from './permissions.de';
import { words as en } from './permissions.en';

/** What each permission lets somebody do, grouped by the thing it is about. */
export const PERMISSION_GROUPS = inEachLanguage({ en, de });

/** The words of a permission; its own name where a newer server knows more than this page. */
export function permissionWords(permission: Permission): string {
  const known = PERMISSION_GROUPS.flatMap(({ permissions }) => permissions);
  return known.find(([name]) => name === permission)?.[1] ?? permission;
}
