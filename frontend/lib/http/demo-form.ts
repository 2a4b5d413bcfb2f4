import { getGetFormUrl } from '@/lib/api/endpoints/forms/forms';
import { ApiError } from './api-error';
import { fetcher } from './fetcher';

const SLUG = 'new-customer';
export const DEMO_FORM = `/f/${SLUG}`;
const KEPT_MS = 60_000;
const UNKNOWN_KEPT_MS = 3_000;
const PATIENCE_MS = 1_500;

let known: { there: Promise<boolean>; until: number } | null = null;

/**
 * Whether this installation has the demonstration's form, asked of the API process at most once a
 * minute. False while nobody can tell: a link to it would lead nowhere.
 */
export function demoIsThere(): Promise<boolean> {
  if (known === null || known.until < Date.now())
    known = { there: look(), until: Date.now() + KEPT_MS };
  return known.there;
}

async function look(): Promise<boolean> {
  const origin = process.env.WAYBILL_API_ORIGIN;
  if (!origin) return false;
  const { href } = new URL(getGetFormUrl(SLUG), origin);
  try {
    await fetcher(href, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return true;
  } catch (error) {
    const isAbsent = error instanceof ApiError && error.status === 404;
    if (!isAbsent && known) known.until = Date.now() + UNKNOWN_KEPT_MS;
    return false;
  }
}
