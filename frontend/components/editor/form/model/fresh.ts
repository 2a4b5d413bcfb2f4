import type { EditorStore } from '../../store/editor-store';

const kept = new WeakMap<EditorStore, Set<string>>();

/**
 * What was made while this editor is open and still has the name it got by itself: nobody has
 * answered it yet, so its name may follow what people call it.
 */
export function freshOf(store: EditorStore): Set<string> {
  const known = kept.get(store) ?? new Set<string>();
  kept.set(store, known);
  return known;
}
