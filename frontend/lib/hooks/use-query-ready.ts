import { useRouter } from 'next/router';
import { useScripted } from './use-scripted';

/**
 * Whether the query of the address is known. Next.js knows it at once on a page without one, while
 * the served HTML was drawn without: what differs by it would not fit that HTML.
 */
export function useQueryReady(): boolean {
  const { isReady } = useRouter();
  return useScripted() && isReady;
}
