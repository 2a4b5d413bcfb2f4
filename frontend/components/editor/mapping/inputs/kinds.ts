import type { Input } from '../schema/inputs';
import { words } from '../words';

/** What an input takes, in words. */
export function kindWords({ takes, email, choices }: Input): string {
  const key = choices ? 'choice' : email ? 'email' : takes;
  return words.kinds[key] ?? takes;
}
