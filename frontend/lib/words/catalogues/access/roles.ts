import type { Role } from '@/lib/api/model';
import { inEachLanguage } from '../../languages';
import { words as de } from './roles.de';
import { words as en } from './roles.en';

/** From the least to the most; each may also do what those before it may. */
export const ROLES: readonly Role[] = ['viewer', 'operator', 'admin', 'owner'];

export const ROLE_WORDS = inEachLanguage({ en, de });

/** The roles that somebody of this role may give: their own and those below. */
export function givable(mine: Role): Role[] {
  return ROLES.slice(0, ROLES.indexOf(mine) + 1);
}

export function outranks(role: Role, other: Role): boolean {
  return ROLES.indexOf(role) > ROLES.indexOf(other);
}
