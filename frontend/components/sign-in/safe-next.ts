/** Where to go after signing in: a path of ours, or null. Another site must not receive anyone. */
export function safeNext(next: string | null): string | null {
  if (next === null || !next.startsWith('/')) return null;
  const here = 'http://waybill.invalid';
  const target = URL.canParse(next, here) ? new URL(next, here) : null;
  return target?.origin === here ? target.pathname + target.search : null;
}
