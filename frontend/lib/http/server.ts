import { getGetFormUrl } from '@/lib/api/endpoints/forms/forms';
import type { FormOut } from '@/lib/api/model';
import { ApiError } from './api-error';
import { fetcher } from './fetcher';

type Wanted = { language?: string | undefined; accepted?: string | undefined };

/**
 * A public form, read by the Next.js server straight from the API process; null when there is none.
 * In the language that is asked for, else in the one that the browser accepts. Throws `ApiError`
 * when the API cannot answer.
 */
export async function readForm(
  slug: string,
  { language, accepted }: Wanted,
): Promise<FormOut | null> {
  const origin = process.env.WAYBILL_API_ORIGIN;
  if (!origin) throw new Error('Set WAYBILL_API_ORIGIN to the address of the API process.');
  const address = new URL(getGetFormUrl(slug, { language: language ?? '' }), origin);
  try {
    const headers = accepted ? { 'Accept-Language': accepted } : {};
    return await fetcher<FormOut>(address.href, { headers });
  } catch (error) {
    if (error instanceof ApiError && (error.status === 404 || error.status === 422)) return null;
    throw error;
  }
}
