import { useState } from 'react';
import { isFramed, leaveTo } from './leave';

/**
 * Where a sent form leads: to its tracking page, which says the form's last words. An embedded one
 * says them itself, with a link, because the tracking page is never framed.
 */
export function useArrival(before?: string) {
  const [link, setLink] = useState<string | null>(before ?? null);

  function arrive(token: string) {
    const path = `/t/${encodeURIComponent(token)}`;
    if (!isFramed()) return leaveTo(path);
    setLink(path);
  }

  return { link, arrive };
}
