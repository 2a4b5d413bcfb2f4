import type { Permission } from '@/lib/api/model';
import { words } from '@/lib/words/catalogues/pages';
import type { SectionName } from './section-icon';

export type Section = { name: SectionName; href: string; label: string; needs?: Permission };

/** The sections of the console, in the order of a day: what needs me first, what rarely changes last. */
export const sections = (): Section[] => [
  { name: 'overview', href: '/overview', label: words.overview },
  {
    name: 'submissions',
    href: '/submissions',
    label: words.submissions,
    needs: 'submissions:read',
  },
  { name: 'workflows', href: '/workflows', label: words.workflows, needs: 'workflows:read' },
  {
    name: 'connections',
    href: '/connections',
    label: words.connections,
    needs: 'connections:read',
  },
  { name: 'callbacks', href: '/callbacks', label: words.callbacks, needs: 'callbacks:read' },
  { name: 'alerts', href: '/alerts', label: words.alerts, needs: 'alerts:read' },
  { name: 'settings', href: '/settings', label: words.settings },
];

/** Whether a page lies in a section that the person may open. */
export const maySee = (pathname: string, permissions: readonly Permission[] | undefined) =>
  !sections().some(({ href, needs }) => {
    const isHere = pathname === href || pathname.startsWith(`${href}/`);
    return isHere && needs && permissions && !permissions.includes(needs);
  });

/** Those that a person may open; all of them while nobody knows who it is. */
export function openSections(permissions: readonly Permission[] | undefined): Section[] {
  return sections().filter(({ needs }) => !needs || !permissions || permissions.includes(needs));
}
