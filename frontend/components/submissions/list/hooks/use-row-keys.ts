import { useRef } from 'react';
import { useShortcuts } from '@/lib/hooks/use-shortcuts';
import { words } from '../words';
import type { Selecting } from './use-selection';

type Options = {
  ids: readonly string[];
  /** Brings a row into view, which may not be drawn yet. */
  show: (index: number) => void;
  selecting: Selecting;
};

/** `j` and `k` go from row to row, `x` selects one, `Enter` opens it. */
export function useRowKeys({ ids, show, selecting }: Options) {
  const last = useRef<string | null>(null);

  const here = () => {
    const row = document.activeElement?.closest<HTMLElement>('[data-row]');
    return row?.dataset.row ?? last.current;
  };

  function go(by: number) {
    const at = ids.indexOf(here() ?? '');
    const index = at < 0 ? 0 : Math.min(Math.max(at + by, 0), ids.length - 1);
    const id = ids[index];
    if (id === undefined) return;
    last.current = id;
    show(index);
    focus(id, 10);
  }

  useShortcuts([
    { keys: 'j', what: words.keys.next, run: () => go(1) },
    { keys: 'k', what: words.keys.before, run: () => go(-1) },
    {
      keys: 'x',
      what: words.keys.select,
      run: () => {
        const id = here();
        if (id !== null && ids.includes(id)) selecting.toggle(id);
      },
    },
    {
      keys: 'Enter',
      what: words.keys.open,
      run: () => {
        const id = here();
        if (id !== null) linkOf(id)?.click();
      },
    },
    { keys: 'Escape', what: words.keys.clear, run: selecting.clear },
  ]);
}

/** A row that is scrolled to is drawn some frames later. */
function focus(id: string, frames: number) {
  const link = linkOf(id);
  if (link) link.focus();
  else if (frames > 0) requestAnimationFrame(() => focus(id, frames - 1));
}

export const linkOf = (id: string) =>
  document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"] a[data-way]`);
