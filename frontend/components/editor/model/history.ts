import { produce } from 'immer';
import { readDocument, writeDocument, type Unreadable } from './document';
import type { Draft } from './draft';

/** Changes of one place within this time are undone together, in milliseconds. */
const TOGETHER_MS = 1500;
const MOST_KEPT = 200;

/**
 * One state of the document. `definition` is null while `base` cannot be read: then only the text
 * can be changed. `base` has the comments; `definition` may be ahead of it.
 */
export type Snapshot = { base: string; definition: Draft | null; problem: Unreadable | null };
type Past = Snapshot & { place: string; at: number };
export type History = {
  past: Past[];
  now: Snapshot;
  future: Snapshot[];
  place: string;
  at: number;
};

export type Action =
  | { do: 'load'; text: string }
  /** `place`: what is being changed; typing at one place is one change. */
  | { do: 'change'; place: string; recipe: (draft: Draft) => void; at: number }
  | { do: 'write'; text: string; at: number }
  | { do: 'undo' }
  | { do: 'redo' };

export const snapshotOf = (text: string): Snapshot => ({ base: text, ...readDocument(text) });

export const historyOf = (text: string): History => ({
  past: [],
  now: snapshotOf(text),
  future: [],
  place: '',
  at: 0,
});

export function changed(history: History, action: Action): History {
  switch (action.do) {
    case 'load':
      return historyOf(action.text);
    case 'change': {
      const { now } = history;
      if (!now.definition) return history;
      const definition = produce(now.definition, (draft) => action.recipe(draft as Draft));
      if (definition === now.definition) return history;
      return advanced(history, { ...now, definition }, action.place, action.at);
    }
    case 'write':
      return advanced(history, snapshotOf(action.text), 'document', action.at);
    case 'undo': {
      const last = history.past.at(-1);
      if (!last) return history;
      const future = [history.now, ...history.future];
      return { past: history.past.slice(0, -1), now: last, future, place: '', at: 0 };
    }
    case 'redo': {
      const [next, ...future] = history.future;
      if (!next) return history;
      const past = [...history.past, { ...history.now, place: '', at: 0 }];
      return { past, now: next, future, place: '', at: 0 };
    }
  }
}

function advanced(history: History, now: Snapshot, place: string, at: number): History {
  const together = place === history.place && at - history.at < TOGETHER_MS;
  const past = together
    ? history.past
    : [...history.past, { ...history.now, place, at }].slice(-MOST_KEPT);
  return { past, now, future: [], place, at };
}

/** What was written last: saving, checking and foreseeing ask for the same. */
let written: { of: Snapshot; text: string } | undefined;

/** The document as it would be saved. */
export function textOf(now: Snapshot): string {
  if (!now.definition) return now.base;
  if (written?.of !== now) written = { of: now, text: writeDocument(now.base, now.definition) };
  return written.text;
}
