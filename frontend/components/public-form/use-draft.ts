import { useCallback, useEffect, useRef, useState } from 'react';
import { forgetDraft, loadDraft, newDraft, saveDraft, type Draft } from './draft';

type Answers = Record<string, unknown>;

/**
 * The answers so far and their idempotency key. They survive a reload; the first render matches
 * the served HTML, so a kept draft appears right after it.
 */
export function useDraft(slug: string, known: readonly string[]) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const [restored, setRestored] = useState(false);
  const fields = useRef(known);

  useEffect(() => {
    const kept = loadDraft(slug);
    setDraft(kept ? { ...kept, data: only(kept.data, fields.current) } : newDraft());
    setRestored(kept !== null);
  }, [slug]);

  const change = useCallback(
    (data: Answers) => {
      setDraft((current) => {
        const next = { ...(current ?? newDraft()), data, savedAt: Date.now() };
        saveDraft(slug, { ...next, data: withoutFiles(data) });
        return next;
      });
    },
    [slug],
  );

  const startAfresh = useCallback(() => {
    forgetDraft(slug);
    setDraft(newDraft());
    setRestored(false);
  }, [slug]);

  const forget = useCallback(() => forgetDraft(slug), [slug]);

  return { draft, restored, change, startAfresh, forget };
}

/** Files are chosen anew after a reload: the page could not say which they were. */
function withoutFiles(data: Answers): Answers {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => !Array.isArray(value)));
}

/** Answers to questions that a newer version of the form no longer asks are dropped. */
function only(data: Answers, fields: readonly string[]): Answers {
  return Object.fromEntries(Object.entries(data).filter(([key]) => fields.includes(key)));
}
