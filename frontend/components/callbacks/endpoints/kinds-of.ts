import { CallbackKind } from '@/lib/api/model';
import { words } from '../words';

/** What an endpoint hears of, in words. */
export function kindsOf(kinds: readonly CallbackKind[]): string {
  if (kinds.length === Object.keys(CallbackKind).length) return words.endpoints.everything;
  return kinds.map((kind) => words.kinds[kind] ?? kind).join(', ');
}
