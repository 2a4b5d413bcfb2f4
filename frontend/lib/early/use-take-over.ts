import { useEffect, useLayoutEffect, useRef } from 'react';
import { takeOver, typedEarly, type Typed } from './take-over';

/** Takes over what was typed, sent or pressed before there was a script, once the page is `ready`. */
export function useTakeOver(ready: boolean): void {
  const kept = useRef<readonly Typed[] | null>(null);
  useLayoutEffect(() => {
    kept.current = typedEarly();
    // What is typed from here on is the newer one, and reaches React by itself.
    const typeOn = ({ target }: Event) => {
      kept.current = kept.current?.filter(({ field }) => field !== target) ?? null;
    };
    addEventListener('input', typeOn, true);
    return () => removeEventListener('input', typeOn, true);
  }, []);
  useEffect(() => {
    const typed = kept.current;
    if (!ready || !typed) return;
    kept.current = null;
    // React draws what an event changes at once, but not while it still runs its effects.
    queueMicrotask(() => takeOver(typed));
  }, [ready]);
}
