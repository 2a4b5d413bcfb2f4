import { useEffect, useId, useSyncExternalStore } from 'react';

/** A key of a page, and what it does there. */
export type Shortcut = {
  /** As `KeyboardEvent.key` says it: `j`, `/`, `?`, `Enter`, `ArrowDown`. */
  keys: string;
  /** For whoever asks with `?`: "Next row". In the language of the person. */
  what: string;
  run: (event: KeyboardEvent) => void;
};

type Known = ReadonlyMap<string, readonly Shortcut[]>;

let known: Known = new Map();
const listeners = new Set<() => void>();

function tell(next: Known) {
  known = next;
  listeners.forEach((each) => each());
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/**
 * Keys that work as long as a part of the page is there. They do nothing while somebody types,
 * while a dialog is open, and together with Ctrl, Alt or ⌘; `Enter` leaves links and buttons alone.
 * Of two parts that want the same key, the later one has it.
 */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const id = useId();
  useEffect(() => {
    tell(new Map(known).set(id, shortcuts));
  });
  useEffect(
    () => () => {
      const rest = new Map(known);
      rest.delete(id);
      tell(rest);
    },
    [id],
  );
  useEffect(() => {
    addEventListener('keydown', press);
    return () => {
      // The listener is one and the same function: it goes when the last part has gone.
      if (known.size === 0) removeEventListener('keydown', press);
    };
  }, []);
}

/** Every key that works on this page now. */
export function useKnownShortcuts(): readonly Shortcut[] {
  const all = useSyncExternalStore(
    subscribe,
    () => known,
    () => known,
  );
  return [...all.values()].flat();
}

function press(event: KeyboardEvent) {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
  if (isTaken(event)) return;
  const found = [...known.values()].flat().findLast(({ keys }) => keys === event.key);
  if (!found) return;
  event.preventDefault();
  found.run(event);
}

const TYPING = 'input, textarea, select, [contenteditable=""], [contenteditable="true"]';
const PRESSED_BY_ENTER = 'a, button, summary, [role="button"], [role="menuitem"]';
const ABOVE_THE_PAGE = 'dialog[open], [role="dialog"]';

/** Whether letters go into it. */
export const isTypedInto = (element: Element | null) => element?.matches(TYPING) ?? false;

/** Whether the key means something where the focus is. */
function isTaken({ key, target }: KeyboardEvent): boolean {
  const at = target instanceof Element ? target : null;
  // Asked first: it costs nothing, and most keys are typed into something.
  if (isTypedInto(at) || (key === 'Enter' && at?.closest(PRESSED_BY_ENTER))) return true;
  return document.querySelector(ABOVE_THE_PAGE) !== null;
}
