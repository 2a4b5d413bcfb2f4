import { createStore } from 'zustand/vanilla';
import type { Draft } from '../model/draft';
import type { EditorState, EditorStore } from './editor-store';

/** Typing that pauses this long is shown beside where it is typed, in milliseconds. */
const PAUSE_MS = 250;

/**
 * The definition, following at once what is done and behind the last key what is typed. It is a
 * store of its own: who reads it has nothing to do while keys are pressed.
 */
export type Settled = ReturnType<typeof createSettled>;

export function createSettled(store: EditorStore) {
  const now = () => store.getState().history.now.definition;
  const settled = createStore<{ draft: Draft | null }>(() => ({ draft: now() }));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = () => {
    clearTimeout(timer);
    const draft = now();
    // What cannot be read now leaves what was read before.
    if (draft && draft !== settled.getState().draft) settled.setState({ draft });
  };
  function follow(): () => void {
    settle();
    const stop = store.subscribe((state, before) => {
      if (state.history.now === before.history.now) return;
      clearTimeout(timer);
      if (isTyped(state, before) && settled.getState().draft) timer = setTimeout(settle, PAUSE_MS);
      else settle();
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }
  return { ...settled, follow };
}

/** It is undone together with what was done before, and nothing came or went. */
const isTyped = ({ history: to }: EditorState, { history: from }: EditorState): boolean =>
  to.past === from.past && sizeOf(to.now.definition) === sizeOf(from.now.definition);

const sizeOf = (draft: Draft | null): number =>
  draft ? Object.keys(draft.form.fields).length + Object.keys(draft.steps).length : 0;
