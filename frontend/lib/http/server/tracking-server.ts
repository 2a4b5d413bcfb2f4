import type { IncomingHttpHeaders } from 'node:http';
import { getGetTrackingUrl } from '@/lib/api/endpoints/tracking/tracking';
import type { TrackingOut } from '@/lib/api/model';
import { fetcher } from '../fetcher';
import { passedOn } from './passed-on';

/**
 * A submission as its sender sees it, read by the Next.js server straight from the API process.
 * Throws `ApiError`.
 */
export function readTracking(token: string, visitor: IncomingHttpHeaders): Promise<TrackingOut> {
  const origin = process.env.WAYBILL_API_ORIGIN;
  if (!origin) throw new Error('Set WAYBILL_API_ORIGIN to the address of the API process.');
  return fetcher<TrackingOut>(new URL(getGetTrackingUrl(token), origin).href, {
    headers: passedOn(visitor),
  });
}
