import { createStore } from 'zustand/vanilla';
import type { FaultOut, PreviewOut } from '@/lib/api/model';
import type { Draft } from '../model/draft';
import { changed, historyOf, textOf, type Action, type History } from '../model/history';
import type { Clash } from '../model/merge';
import type { Fault } from '../problems/plain';
import { resultOf, type Place } from './place';

/** How far the draft is kept. `refused`: see `trouble`; what was typed is kept in this browser. */
export type Saving = 'saved' | 'unsaved' | 'saving' | 'offline' | 'refused';
export type Answers = Record<string, unknown>;
export type Sample = { data: Answers; /** Of an earlier submission. */ reference: string | null };

export type EditorState = {
  slug: string;
  /** The tag of what the server has, for `If-Match`, and its text: the ancestor of a merge. */
  tag: string;
  ancestor: string;
  history: History;
  saving: Saving;
  trouble: string;
  /** Whether what the server has differs from what is live. */
  isDraft: boolean;
  /** What publishing would say about the text `checked`. */
  faults: Fault[];
  checked: string | null;
  /** What is being edited. */
  at: Place;
  /** The parts, or the document as text. */
  view: 'parts' | 'text';
  /** The line of the text to go to; each new one is gone to once. */
  wanted: { line: number } | null;
  /** What a narrow screen shows. */
  pane: 'route' | 'edit' | 'result';
  /** What stands beside the part: the live form, or what would be sent. */
  result: 'form' | 'preview';
  sample: Sample;
  preview: PreviewOut | null;
  previewTrouble: FaultOut[];
  /** Places that two people changed at once, to be decided. */
  clashes: Clash[];
  /** What this browser had kept of an earlier visit is in it. */
  restored: boolean;
};

export type EditorStore = ReturnType<typeof createEditorStore>;

export function createEditorStore(slug: string, text: string, tag: string, isDraft = true) {
  return createStore<EditorState>(() => ({
    slug,
    tag,
    ancestor: text,
    history: historyOf(text),
    saving: 'saved',
    trouble: '',
    isDraft,
    faults: [],
    checked: null,
    at: 'form',
    view: 'parts',
    wanted: null,
    pane: 'edit',
    result: 'form',
    sample: { data: {}, reference: null },
    preview: null,
    previewTrouble: [],
    clashes: [],
    restored: false,
  }));
}

/** Change the document, undo or redo. What follows (saving, checking) watches the history. */
export function act(store: EditorStore, action: Action): void {
  store.setState((state) => {
    const history = changed(state.history, action);
    if (history === state.history) return state;
    return { history, saving: 'unsaved' };
  });
}

/** One change of the definition. `place`: what is changed; typing at one place is one change. */
export function change(store: EditorStore, place: Place, recipe: (draft: Draft) => void): void {
  act(store, { do: 'change', place, recipe, at: Date.now() });
}

/** Go to a part: it is shown, and beside it what it is worth seeing with. */
export const select = (store: EditorStore, at: Place): void =>
  store.setState({ at, pane: 'edit', result: resultOf(at) });

export const currentText = (store: EditorStore): string => textOf(store.getState().history.now);
