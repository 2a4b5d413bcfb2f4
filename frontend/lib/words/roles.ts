import type { Role } from '@/lib/api/model';

/** From the least to the most; each may also do what those before it may. */
export const ROLES: readonly Role[] = ['viewer', 'operator', 'admin', 'owner'];

export const ROLE_WORDS: Record<Role, { name: string; article: string; may: string }> = {
  viewer: {
    name: 'Viewer',
    article: 'a viewer',
    may: 'Sees submissions, workflows, connections and members. Sensitive answers stay masked. Changes nothing.',
  },
  operator: {
    name: 'Operator',
    article: 'an operator',
    may: 'Also sees sensitive answers, submits, retries, resumes and cancels, and pauses connections.',
  },
  admin: {
    name: 'Admin',
    article: 'an admin',
    may: 'Also manages workflows, connections, callbacks, keys and members up to admins, and reads the audit log.',
  },
  owner: {
    name: 'Owner',
    article: 'an owner',
    may: 'Also makes owners and hands the ownership over. There is always at least one.',
  },
};

/** The roles that somebody of this role may give: their own and those below. */
export function givable(mine: Role): Role[] {
  return ROLES.slice(0, ROLES.indexOf(mine) + 1);
}

export function outranks(role: Role, other: Role): boolean {
  return ROLES.indexOf(role) > ROLES.indexOf(other);
}
