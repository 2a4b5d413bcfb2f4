import { useEffect, useRef } from 'react';
import { paneOf, type Place } from '../store/place';

/** Under the bar that stays at the top, in pixels. */
const HIDDEN = 72;

/** Another part is read from its top, also where one was scrolled far down in the last. */
export function useFromTop(at: Place): void {
  const part = paneOf(at);
  const last = useRef(part);
  useEffect(() => {
    if (last.current === part) return;
    last.current = part;
    const pane = document.querySelector('[data-part]');
    if (pane && pane.getBoundingClientRect().top < HIDDEN) pane.scrollIntoView({ block: 'start' });
  }, [part]);
}
