import { useCallback, useEffect, useRef, useState } from 'react';
import type { Typed } from '../answers/typed';
import type { Form } from '../form';
import { forgetDraft, loadDraft, newDraft, saveDraft, type Draft } from './draft';
import { keepable } from './keepable';
import { claimSlot } from './slot';

/** Typing is kept once it pauses this long, and whenever the page is left. */
const PAUSE_MS = 300;

type Found = { restored: boolean; older: boolean };

const NOTHING_FOUND: Found = { restored: false, older: false };

/**
 * The answers so far and their idempotency key. They survive a reload; the first render matches the
 * served HTML, so a kept draft appears right after it. Sensitive answers are kept nowhere: they are
 * gone after a reload, and with them what an older version of the form may have kept.
 *
 * @param begin What stands in the form before a draft is found.
 * @param kept Whether there is a draft at all.
 */
export function useDraft(
  { slug, questions, version }: Form,
  begin: Typed,
  byHand: Typed,
  kept = true,
) {
  const [typed, setTyped] = useState<Typed>({ ...begin, ...byHand });
  const [found, setFound] = useState<Found | null>(kept ? null : NOTHING_FOUND);
  const slot = useRef<string | null>(null);
  const draft = useRef<Draft>(null);
  const begun = useRef(begin);
  const latest = useRef(typed);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const known = useRef({ questions, version });
  useEffect(() => {
    known.current = { questions, version };
  });

  const keep = useCallback(() => {
    clearTimeout(timer.current);
    if (slot.current === null || draft.current === null || timer.current === undefined) return;
    timer.current = undefined;
    draft.current = {
      ...draft.current,
      typed: keepable(known.current.questions, latest.current),
      version: known.current.version,
      savedAt: Date.now(),
    };
    saveDraft(slot.current, draft.current);
  }, []);

  const change = useCallback(
    (edit: (current: Typed) => Typed) => {
      latest.current = edit(latest.current);
      setTyped(latest.current);
      clearTimeout(timer.current);
      timer.current = setTimeout(keep, PAUSE_MS);
    },
    [keep],
  );

  useEffect(() => {
    if (!kept) {
      draft.current = newDraft(known.current.version);
      return undefined;
    }
    let gone = false;
    void claimSlot(slug).then((name) => {
      if (gone) return;
      const { questions: asked, version: current } = known.current;
      const before = loadDraft(name);
      slot.current = name;
      draft.current = before ?? newDraft(current);
      if (before) {
        const answers = keepable(asked, before.typed);
        latest.current = { ...begun.current, ...answers, ...edited(latest.current, begun.current) };
        setTyped(latest.current);
        draft.current = { ...before, typed: answers };
        saveDraft(name, draft.current);
      }
      setFound({ restored: before !== null, older: before !== null && before.version !== current });
    });
    window.addEventListener('pagehide', keep);
    return () => {
      gone = true;
      keep();
      window.removeEventListener('pagehide', keep);
    };
  }, [slug, keep, kept]);

  const forget = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (slot.current !== null) forgetDraft(slot.current);
  }, []);

  const startAfresh = useCallback(
    (answers: Typed) => {
      forget();
      draft.current = newDraft(known.current.version);
      latest.current = answers;
      setTyped(answers);
      setFound(NOTHING_FOUND);
    },
    [forget],
  );

  /** The key that the submission carries; null before it is known what was kept. */
  const idempotencyKey = useCallback(() => draft.current?.idempotencyKey ?? null, []);

  return { typed, found, change, startAfresh, forget, keep, idempotencyKey };
}

/** What was typed while the draft was looked for. */
function edited(now: Typed, before: Typed): Typed {
  return Object.fromEntries(Object.entries(now).filter(([key, entry]) => before[key] !== entry));
}
