import { useCallback, useState } from 'react';
import type { SubmissionCountOut } from '@/lib/api/model';
import type { Selection } from '../selection';
import type { Wanted } from '../filters/filters';

type Chosen = Record<string, true>;

/** What is selected in the list; of another filter nothing is. */
export function useSelection(wanted: Wanted, count: SubmissionCountOut | undefined) {
  const key = JSON.stringify(wanted);
  const [state, setState] = useState<{ key: string; chosen: Chosen; all: boolean }>({
    key,
    chosen: {},
    all: false,
  });
  const current = state.key === key ? state : { key, chosen: {}, all: false };
  const ids = Object.keys(current.chosen);
  const selection: Selection | null = current.all
    ? { kind: 'matching', filters: wanted, count: count ?? null }
    : ids.length > 0
      ? { kind: 'ids', ids }
      : null;

  const toggle = useCallback(
    (id: string) =>
      setState((before) => ({
        key,
        all: false,
        chosen: turned(before.key === key ? before.chosen : {}, id),
      })),
    [key],
  );

  return {
    selection,
    chosen: current.chosen,
    has: (id: string) => current.all || current.chosen[id] === true,
    choose: (next: Chosen | ((before: Chosen) => Chosen)) =>
      setState({
        key,
        all: false,
        chosen: typeof next === 'function' ? next(current.chosen) : next,
      }),
    toggle,
    everything: () => setState({ ...current, all: true }),
    clear: () => setState({ key, chosen: {}, all: false }),
  };
}

function turned(chosen: Chosen, id: string): Chosen {
  const { [id]: was, ...rest } = chosen;
  return was ? rest : { ...rest, [id]: true };
}

export type Selecting = ReturnType<typeof useSelection>;
