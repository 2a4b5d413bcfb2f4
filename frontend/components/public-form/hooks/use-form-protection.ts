import { useCallback, useEffect, useRef } from 'react';
import { getFormTicket } from '@/lib/api/endpoints/forms/forms';
import type { FormProofIn } from '@/lib/api/model';
import type { Form } from '../form';

type Ready = { ticket: string; goodFrom: number; proof: string };

/**
 * What a form asks of its sender besides answers. A ticket is fetched, and its task solved, while
 * the form is being filled in, so that nobody waits for either at the end.
 */
export function useFormProtection(form: Form) {
  const trap = useRef<HTMLInputElement>(null);
  const current = useRef<Promise<Ready> | null>(null);
  const stop = useRef<AbortController | null>(null);
  const { ticket: needed } = form.protection;
  const slug = form.slug;

  const begin = useCallback(() => {
    if (!needed) return;
    stop.current?.abort();
    const controller = new AbortController();
    stop.current = controller;
    const next = prepare(slug, controller);
    next.catch(() => undefined);
    current.current = next;
  }, [needed, slug]);

  useEffect(() => {
    begin();
    return () => stop.current?.abort();
  }, [begin]);

  /** Waits until the form may be sent. Rejects with `ApiError` when no ticket can be had. */
  const prove = useCallback(async (): Promise<FormProofIn> => {
    const website = trap.current?.value ?? '';
    if (!needed) return { website, ticket: '', proof: '' };
    const ready = await (current.current ?? prepare(slug, new AbortController()));
    await new Promise((resolve) => setTimeout(resolve, ready.goodFrom - Date.now()));
    return { website, ticket: ready.ticket, proof: ready.proof };
  }, [needed, slug]);

  /** For files, which go before the form. */
  const ticket = useCallback(
    async () =>
      needed ? (await (current.current ?? prepare(slug, new AbortController()))).ticket : '',
    [needed, slug],
  );

  return { trap, prove, ticket, renew: begin };
}

async function prepare(slug: string, controller: AbortController): Promise<Ready> {
  const issued = await getFormTicket(slug, { signal: controller.signal });
  const goodFrom = Date.now() + issued.wait_seconds * 1000 + 250;
  if (issued.challenge === null) return { ticket: issued.ticket, goodFrom, proof: '' };
  const { solve } = await import('@/lib/proof/solve');
  return { ticket: issued.ticket, goodFrom, proof: await solve(issued.challenge, controller) };
}
