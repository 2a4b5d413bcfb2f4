import { useRouter } from 'next/router';
import { useDeferredValue } from 'react';
import { useScripted } from './use-scripted';

/**
 * Whether the query of the address is known. Next.js knows it at once on a page without one, while
 * the served HTML was drawn without: what differs by it would not fit that HTML. What waits for it is
 * drawn piece by piece, so that a slow phone can answer its reader in between.
 */
export function useQueryReady(): boolean {
  const { isReady } = useRouter();
  const scripted = useScripted();
  return useDeferredValue(scripted && isReady);
}
