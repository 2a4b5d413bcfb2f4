import { useEffect, useLayoutEffect, useRef } from 'react';
import { takeOver, whatWasEarly, type Early } from './take-over';

/** Takes over what was typed, sent or pressed before there was a script, once the page is `ready`. */
export function useTakeOver(ready: boolean): void {
  const kept = useRef<Early | null>(null);
  useLayoutEffect(() => {
    kept.current = whatWasEarly();
    // What is typed from here on is the newer one, and reaches React by itself.
    const typeOn = ({ target }: Event) => {
      if (!kept.current) return;
      const typed = kept.current.typed.filter(({ element }) => element !== target);
      kept.current = { ...kept.current, typed };
    };
    addEventListener('input', typeOn, true);
    return () => removeEventListener('input', typeOn, true);
  }, []);
  useEffect(() => {
    const early = kept.current;
    if (!ready || !early) return;
    kept.current = null;
    // React draws what an event changes at once, but not while it still runs its effects.
    queueMicrotask(() => takeOver(early));
  }, [ready]);
}
