import { getGetFormUrl } from '@/lib/api/endpoints/forms/forms';
import { ApiError } from './api-error';
import { fetcher } from './fetcher';

const SLUG = 'new-customer';
export const DEMO_FORM = `/f/${SLUG}`;
const KEPT_MS = 60_000;
const UNKNOWN_KEPT_MS = 3_000;
const PATIENCE_MS = 1_500;

let known: { there: boolean; until: number } | null = null;
let asking: Promise<boolean> | null = null;

/**
 * Whether this installation has the demonstration's form, asked of the API process at most once a
 * minute. False while nobody can tell: a link to it would lead nowhere. Only the first visitor waits
 * for the answer; later ones get the last one while it is asked for again.
 */
export function demoIsThere(): Promise<boolean> {
  if (known === null || known.until < Date.now()) asking ??= ask();
  return known === null && asking ? asking : Promise.resolve(known?.there ?? false);
}

async function ask(): Promise<boolean> {
  const there = await look();
  known = {
    there: there ?? false,
    until: Date.now() + (there === null ? UNKNOWN_KEPT_MS : KEPT_MS),
  };
  asking = null;
  return known.there;
}

/** Null: nobody can tell. */
async function look(): Promise<boolean | null> {
  const origin = process.env.WAYBILL_API_ORIGIN;
  if (!origin) return null;
  const { href } = new URL(getGetFormUrl(SLUG), origin);
  try {
    await fetcher(href, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return true;
  } catch (error) {
    return error instanceof ApiError && error.status === 404 ? false : null;
  }
}
