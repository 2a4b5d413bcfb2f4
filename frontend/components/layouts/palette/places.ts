import type { Permission } from '@/lib/api/model';
import { words as pages } from '@/lib/words/catalogues/pages';
import { openSections } from '../navigation/sections';
import { openSettings } from '../navigation/settings';
import { words } from '../words';
import type { Entry } from './entry';

const MAKING = [
  { href: '/workflows/new', label: pages.newWorkflow, needs: 'workflows:manage' },
  { href: '/connections/new', label: pages.newConnection, needs: 'connections:manage' },
] as const;

/** Every page that has an address of its own, for whoever may open it. */
export function placesToGo(permissions: readonly Permission[]): Entry[] {
  const sections = openSections(permissions).map(({ href, label }) => ({ id: href, label, href }));
  const settings = openSettings(permissions).map(({ href, label }) => ({
    id: href,
    label: words.palette.setting(label),
    href,
  }));
  const making = MAKING.filter(({ needs }) => permissions.includes(needs)).map(
    ({ href, label }) => ({ id: href, label, href }),
  );
  return [...sections, ...settings, ...making];
}
