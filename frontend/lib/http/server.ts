import type { IncomingHttpHeaders } from 'node:http';
import { getGetFormUrl } from '@/lib/api/endpoints/forms/forms';
import type { FormOut } from '@/lib/api/model';
import { ApiError } from './api-error';
import { fetcher } from './fetcher';
import { passedOn } from './passed-on';

/**
 * A public form, read by the Next.js server straight from the API process, or what the API says where
 * it cannot be had. In the language that is asked for, else in the one that the browser accepts.
 * Throws `ApiError` when no answer comes.
 */
export async function readForm(
  slug: string,
  language: string | undefined,
  visitor: IncomingHttpHeaders,
): Promise<FormOut | ApiError> {
  const origin = process.env.WAYBILL_API_ORIGIN;
  if (!origin) throw new Error('Set WAYBILL_API_ORIGIN to the address of the API process.');
  const address = new URL(getGetFormUrl(slug, { language: language ?? '' }), origin);
  try {
    return await fetcher<FormOut>(address.href, { headers: passedOn(visitor) });
  } catch (error) {
    if (error instanceof ApiError && error.status > 0) return error;
    throw error;
  }
}
