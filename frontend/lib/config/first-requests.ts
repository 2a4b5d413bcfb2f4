import { getGetMeUrl } from '@/lib/api/endpoints/accounts/accounts';
import { getGetOverviewUrl, getListNeedsUrl } from '@/lib/api/endpoints/overview/overview';

/** Pages with a frame that needs to know who is there. */
export const CONSOLE =
  /^\/(overview|submissions|workflows|connections|callbacks|alerts|settings)(\/|$)/;

/** What the first steps are told with, at the least cost. */
export const FIRST_STEPS = { period: 'hour' } as const;

const OF_PAGES: Record<string, () => string[]> = {
  '/overview': () => [getGetOverviewUrl(FIRST_STEPS), getListNeedsUrl()],
};

/**
 * What a page of the console is sure to ask the API for. Its document names it, so that it is on its
 * way while the scripts still are.
 */
export function firstRequests(page: string): string[] {
  if (!CONSOLE.test(page)) return [];
  return [getGetMeUrl(), ...(OF_PAGES[page]?.() ?? [])];
}
