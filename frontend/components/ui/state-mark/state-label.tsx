import type { State } from '@/lib/words/catalogues/states/states';
import { StateMark } from './state-mark';

/** Shape, word and colour of a state in one line of text. */
export function StateLabel({ state, word }: { state: State; word: string }) {
  return (
    <span className="w-state-label" data-state={state}>
      <StateMark state={state} size={14} />
      {word}
    </span>
  );
}
