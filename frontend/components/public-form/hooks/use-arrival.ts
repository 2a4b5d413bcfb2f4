import { useState } from 'react';
import type { Form } from '../form';
import { leaveTo } from './leave';

const framed = () => window.self !== window.top;

/** How long the last words stand there before the page goes on by itself. */
const READING_MS = 3_000;

/**
 * Where a sent form leads: to its tracking page. A form with last words of its own, or with a place
 * to go on to, shows them and a link to that page first. So does an embedded one, because the
 * tracking page is never framed.
 */
export function useArrival({ sent }: Form, before?: string) {
  const [link, setLink] = useState<string | null>(before ?? null);

  function arrive(token: string) {
    const path = `/t/${encodeURIComponent(token)}`;
    const { redirect } = sent;
    if (!framed() && !sent.title && !sent.text && !redirect) return leaveTo(path);
    setLink(path);
    if (redirect && !framed()) setTimeout(() => leaveTo(redirect), READING_MS);
  }

  return { link, arrive };
}
