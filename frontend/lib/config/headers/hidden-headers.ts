import { ServerResponse } from 'node:http';

/** Next.js writes the address that a proxied request went to into the answer. */
const INTERNAL = new Set(['x-middleware-rewrite', 'x-nextjs-rewritten-path', 'x-nextjs-rewrite']);

let hidden = false;

/**
 * Keeps addresses of internal processes out of what leaves this one. Next.js sets these headers
 * after `headers` of next.config and after proxy.ts, so only the response itself can leave them
 * out. Relative values stay: the router in the browser reads them.
 */
export function hideInternalAddresses(): void {
  if (hidden) return;
  hidden = true;
  const setHeader = ServerResponse.prototype.setHeader;
  ServerResponse.prototype.setHeader = function (name, value) {
    const internal = INTERNAL.has(name.toLowerCase()) && !String(value).startsWith('/');
    return internal ? this : setHeader.call(this, name, value);
  };
}
