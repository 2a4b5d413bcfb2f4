import { useRouter } from 'next/router';
import { useState } from 'react';

const framed = () => window.self !== window.top;

/**
 * Where a sent form leads: to its tracking page. That page is never framed, so a form that is
 * embedded in another page gives a link to it instead.
 */
export function useArrival() {
  const router = useRouter();
  const [link, setLink] = useState<string | null>(null);

  function arrive(token: string) {
    const path = `/t/${encodeURIComponent(token)}`;
    if (framed()) setLink(path);
    else void router.push(path);
  }

  return { link, arrive };
}
