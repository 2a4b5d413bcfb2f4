import type { IncomingHttpHeaders } from 'node:http';

/** Which page a form was sent from. `closed`: a frame that hides it, which no form is taken from. */
export type Sender = 'form' | 'elsewhere' | 'closed';

/**
 * Which page sent this, by what browsers say and no page can change: Fetch Metadata, and the
 * origin where a browser is too old for it. What says neither is no browser that visits pages.
 *
 * @param origins The ones that the form may be sent from besides our own.
 */
export function senderOf(
  headers: IncomingHttpHeaders,
  origins: readonly string[],
  own: string,
): Sender {
  const { origin } = headers;
  if (origin === 'null') return 'closed';
  const site = headers['sec-fetch-site'];
  if (site === 'same-origin' || site === 'none') return 'form';
  if (origin === undefined) return site === undefined ? 'form' : 'elsewhere';
  const ours = URL.canParse(own) ? new URL(own).origin : null;
  return origin === ours || origins.includes(origin) ? 'form' : 'elsewhere';
}
