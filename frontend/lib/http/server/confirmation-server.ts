import type { IncomingHttpHeaders } from 'node:http';
import { getConfirmFormUrl, getGetConfirmationUrl } from '@/lib/api/endpoints/forms/forms';
import type { AcceptedOut, ConfirmationOut } from '@/lib/api/model';
import { fetcher } from '../fetcher';
import { passedOn } from './passed-on';

/** What waits behind a mailed link. Throws `ApiError`. */
export const readConfirmation = (link: string, visitor: IncomingHttpHeaders) =>
  ask<ConfirmationOut>(getGetConfirmationUrl(link), 'GET', visitor);

/** Sends what waits behind it. Throws `ApiError`. */
export const confirm = (link: string, visitor: IncomingHttpHeaders) =>
  ask<AcceptedOut>(getConfirmFormUrl(link), 'POST', visitor);

function ask<T>(path: string, method: string, visitor: IncomingHttpHeaders): Promise<T> {
  const origin = process.env.WAYBILL_API_ORIGIN;
  if (!origin) throw new Error('Set WAYBILL_API_ORIGIN to the address of the API process.');
  return fetcher<T>(new URL(path, origin).href, { method, headers: passedOn(visitor) });
}
