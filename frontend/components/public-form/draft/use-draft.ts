import { useCallback, useEffect, useRef, useState } from 'react';
import { forgetDraft, loadDraft, newDraft, pick, saveDraft, type Draft } from './draft';

type Answers = Record<string, unknown>;

/**
 * The answers so far and their idempotency key. They survive a reload; the first render matches
 * the served HTML, so a kept draft appears right after it. Sensitive answers are kept nowhere: they
 * are gone after a reload, and with them what an older version of the form may have kept.
 */
export function useDraft(slug: string, known: readonly string[], sensitive: readonly string[]) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const [restored, setRestored] = useState(false);
  const fields = useRef(known);
  const unkept = useRef(sensitive);

  useEffect(() => {
    const kept = loadDraft(slug);
    if (kept) {
      const data = pick(pick(kept.data, fields.current), unkept.current, false);
      setDraft({ ...kept, data });
      saveDraft(slug, { ...kept, data });
    } else {
      setDraft(newDraft());
    }
    setRestored(kept !== null);
  }, [slug]);

  const change = useCallback(
    (data: Answers) => {
      setDraft((current) => {
        const next = { ...(current ?? newDraft()), data, savedAt: Date.now() };
        saveDraft(slug, { ...next, data: withoutFiles(pick(data, unkept.current, false)) });
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
