import type { Permission } from '@/lib/api/model';
import { openSections } from '../navigation/sections';
import { openSettings } from '../navigation/settings';
import { words } from '../words';
import type { Entry } from './entry';

/** Every page that has an address of its own, for whoever may open it. */
export function placesToGo(permissions: readonly Permission[]): Entry[] {
  const sections = openSections(permissions).map(({ href, label }) => ({ id: href, label, href }));
  const settings = openSettings(permissions).map(({ href, label }) => ({
    id: href,
    label: words.palette.setting(label),
    href,
  }));
  return [...sections, ...settings];
}
