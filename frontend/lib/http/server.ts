import { getGetFormUrl } from '@/lib/api/endpoints/forms/forms';
import type { FormOut } from '@/lib/api/model';
import { ApiError } from './api-error';
import { fetcher } from './fetcher';

/**
 * A public form, read by the Next.js server straight from the API process; null when there is none.
 * Throws `ApiError` when the API cannot answer, so that a page built earlier stays in use.
 */
export async function readForm(slug: string): Promise<FormOut | null> {
  const origin = process.env.WAYBILL_API_ORIGIN;
  if (!origin) throw new Error('Set WAYBILL_API_ORIGIN to the address of the API process.');
  try {
    return await fetcher<FormOut>(new URL(getGetFormUrl(slug), origin).href);
  } catch (error) {
    if (error instanceof ApiError && (error.status === 404 || error.status === 422)) return null;
    throw error;
  }
}
