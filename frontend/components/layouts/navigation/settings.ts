import type { Permission } from '@/lib/api/model';
import { words } from '@/lib/words/catalogues/pages';

export type Setting = { href: string; label: string; needs?: Permission };

/** A section without `needs` is about the person themselves and open to everybody. */
const settings = (): Setting[] => [
  { href: '/settings/you', label: words.you },
  { href: '/settings/security', label: words.security },
  { href: '/settings/organization', label: words.organization, needs: 'organization:read' },
  { href: '/settings/members', label: words.members, needs: 'members:read' },
  { href: '/settings/keys', label: words.keys, needs: 'keys:manage' },
  { href: '/settings/audit', label: words.audit, needs: 'audit:read' },
  { href: '/settings/privacy', label: words.privacy, needs: 'privacy:manage' },
];

/** The sections of the settings that a person may open; all of them while nobody knows who it is. */
export const openSettings = (permissions: readonly Permission[] | undefined): Setting[] =>
  settings().filter(({ needs }) => !needs || !permissions || permissions.includes(needs));
