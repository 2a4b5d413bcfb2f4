import { useEffect, useRef, useState } from 'react';
import type { Form } from '../form';

/** A page by its number, the last look, or everything at once. */
export type Step = number | 'review' | 'all';

/**
 * Where somebody is in a form of several pages. Without script, and in a form of one page, all is
 * there at once. The browser's own way back leads to the page before.
 */
export function useSteps({ pages }: Form, hiddenPages: ReadonlySet<number>, scripted: boolean) {
  const several = pages.length > 1 && scripted;
  const [chosen, setChosen] = useState<Step>(0);
  const step: Step = several ? chosen : 'all';
  const heading = useRef<HTMLElement>(null);
  const moved = useRef(false);
  const shown = pages.flatMap((_, index) => (hiddenPages.has(index) ? [] : [index]));

  useEffect(() => {
    if (!several) return undefined;
    window.history.replaceState({ ...window.history.state, step: 0 }, '');
    function back({ state }: PopStateEvent) {
      const to = (state as { step?: Step } | null)?.step;
      if (to === undefined) return;
      moved.current = true;
      setChosen(to);
    }
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, [several]);

  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'start' });
  }, [step]);

  function go(to: Step, focus = true) {
    if (to === step) return;
    moved.current = focus;
    window.history.pushState({ ...window.history.state, step: to }, '');
    setChosen(to);
  }

  const at = typeof step === 'number' ? shown.indexOf(step) : shown.length;
  const place = { page: Math.min(at + 1, shown.length), pages: shown.length };
  const next: Step = shown[at + 1] ?? 'review';
  const before = step === 'review' ? shown.at(-1) : shown[at - 1];
  return { step, several, shown, place, next, before, go, heading };
}
