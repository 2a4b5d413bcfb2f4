import { getGetFormUrl } from '@/lib/api/endpoints/forms/forms';
import type { FormOut } from '@/lib/api/model';
import { ApiError } from './api-error';
import { fetcher } from './fetcher';

const SLUG = 'new-customer';
const KEPT_MS = 60_000;
const UNKNOWN_KEPT_MS = 3_000;
const PATIENCE_MS = 1_500;

let known: { path: Promise<string | null>; until: number } | null = null;

/**
 * Where the demonstration's form is, asked of the API process at most once a minute. Null where
 * this installation has none, and while nobody can tell: a link to it would lead nowhere.
 */
export function demoForm(): Promise<string | null> {
  if (known === null || known.until < Date.now())
    known = { path: look(), until: Date.now() + KEPT_MS };
  return known.path;
}

async function look(): Promise<string | null> {
  const origin = process.env.WAYBILL_API_ORIGIN;
  if (!origin) return null;
  const { href } = new URL(getGetFormUrl(SLUG), origin);
  try {
    const form = await fetcher<FormOut>(href, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return `/f/${form.slug}`;
  } catch (error) {
    const isAbsent = error instanceof ApiError && error.status === 404;
    if (!isAbsent && known) known.until = Date.now() + UNKNOWN_KEPT_MS;
    return null;
  }
}
