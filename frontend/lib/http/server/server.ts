import type { IncomingHttpHeaders } from 'node:http';
import { getGetFormUrl } from '@/lib/api/endpoints/forms/forms';
import type { FormOut } from '@/lib/api/model';
import { fetcher } from '../fetcher';
import { passedOn } from './passed-on';

/**
 * A public form, read by the Next.js server straight from the API process. In the language that is
 * asked for, else in the one that the browser accepts. Throws `ApiError`.
 */
export function readForm(
  slug: string,
  language: string | undefined,
  visitor: IncomingHttpHeaders,
): Promise<FormOut> {
  const origin = process.env.WAYBILL_API_ORIGIN;
  if (!origin) throw new Error('Set WAYBILL_API_ORIGIN to the address of the API process.');
  const address = new URL(getGetFormUrl(slug, { language: language ?? '' }), origin);
  return fetcher<FormOut>(address.href, { headers: passedOn(visitor) });
}
