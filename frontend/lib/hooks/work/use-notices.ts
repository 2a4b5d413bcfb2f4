import { useSyncExternalStore } from 'react';

/** What is said above the page, wherever its reader is by then. In the language of the person. */
export type Notice = {
  text: string;
  /** It did not work out: it stays until it is closed. */
  failed?: boolean;
  /** Where to see more of it. */
  way?: { href: string; label: string };
};

let waiting: Notice[] = [];
let show: ((notice: Notice) => void) | null = null;
let onFirst: (() => void) | null = null;

function tell(notice: Notice) {
  if (show) show(notice);
  else waiting.push(notice);
  onFirst?.();
}

const notices = { tell };

/** Says something that outlives the part of the page which did it: `tell({ text: 'Saved.' })`. */
export const useNotices = () => notices;

/** Whether there was ever something to say; the frame loads what shows it then. */
export function useAnyNotice(): boolean {
  return useSyncExternalStore(
    (changed) => {
      onFirst = changed;
      return () => {
        onFirst = null;
      };
    },
    () => show !== null || waiting.length > 0,
    () => false,
  );
}

/** For the frame, which shows them. What was told before is shown now. */
export function showNotices(next: (notice: Notice) => void): () => void {
  show = next;
  waiting.forEach(next);
  waiting = [];
  return () => {
    show = null;
  };
}
