import type { AuditEntryOut } from '@/lib/api/model';
import { words } from './words';

/** What somebody did; an action that this page does not know is made readable. */
export function actionWords(action: string): string {
  const known = words.actions[action];
  if (known) return known;
  const [kind = '', what = ''] = action.split('.');
  return words.otherAction(kind.replaceAll('_', ' '), what.replaceAll('_', ' '));
}

/** The name that people know the thing by, or the end of its id. */
export function thingName(entry: AuditEntryOut): string {
  const { reference, name, url } = entry.detail;
  const named = [reference, name, url].find((each) => typeof each === 'string' && each !== '');
  return typeof named === 'string' ? named : `…${entry.object_id.slice(-8)}`;
}

/** Where the thing has a page. */
export function thingHref(entry: AuditEntryOut): string | null {
  return entry.object_kind === 'submission' ? `/submissions/${entry.object_id}` : null;
}

export function actorName(entry: AuditEntryOut): string {
  if (entry.actor_name !== '') return entry.actor_name;
  return entry.actor_kind === 'system' ? words.system : words.nameless;
}
