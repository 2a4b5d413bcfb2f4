import type { IncomingHttpHeaders } from 'node:http';

/**
 * Of a visitor's request: what the API judges and counts by, as it does for requests that this
 * process passes on.
 */
const PASSED_ON = [
  'accept-language',
  'origin',
  'user-agent',
  'x-forwarded-for',
  'x-forwarded-proto',
  'x-request-id',
];

/** Headers with which this process asks the API in the name of a visitor. */
export function passedOn(visitor: IncomingHttpHeaders): Headers {
  const headers = new Headers();
  for (const name of PASSED_ON) {
    const value = visitor[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  return headers;
}
