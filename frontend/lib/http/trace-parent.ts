/**
 * A `traceparent` (https://www.w3.org/TR/trace-context/) of a new trace: what the server records of
 * a request, and of all that follows from it, begins here. It names nobody.
 */
export function newTraceParent(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `00-${digits.slice(0, 32)}-${digits.slice(32)}-01`;
}
