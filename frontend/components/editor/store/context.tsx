import { createContext, useContext, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { FaultOut, PreviewedStepOut } from '@/lib/api/model';
import type { Draft } from '../model/draft';
import {
  act,
  change,
  select,
  type EditorState,
  type EditorStore,
  type Sample,
} from './editor-store';
import { isWithin, type Place } from './place';

const Context = createContext<EditorStore | null>(null);

export const EditorProvider = ({
  store,
  children,
}: {
  store: EditorStore;
  children: ReactNode;
}) => <Context.Provider value={store}>{children}</Context.Provider>;

export function useEditorStore(): EditorStore {
  const store = useContext(Context);
  if (!store) throw new Error('This stands outside the editor.');
  return store;
}

/** A part of the editor's state; it is drawn again only when that part changes. */
export const useEditor = <T,>(pick: (state: EditorState) => T): T =>
  useStore(useEditorStore(), pick);

/** A part of the definition. Only where the document can be read: the editor shows no part else. */
export function useDraft<T>(pick: (draft: Draft) => T): T {
  return useEditor(({ history }) => {
    if (!history.now.definition) throw new Error('The document cannot be read in parts.');
    return pick(history.now.definition);
  });
}

/** The same for what is made anew on each call, such as a list of keys. */
export const useDraftShallow = <T,>(pick: (draft: Draft) => T): T => useDraft(useShallow(pick));

/** Change the definition at a place. */
export function useChange(): (place: Place, recipe: (draft: Draft) => void) => void {
  const store = useEditorStore();
  return (place, recipe) => change(store, place, recipe);
}

export function useUndo() {
  const store = useEditorStore();
  const canUndo = useEditor(({ history }) => history.past.length > 0);
  const canRedo = useEditor(({ history }) => history.future.length > 0);
  const undo = () => act(store, { do: 'undo' });
  const redo = () => act(store, { do: 'redo' });
  return { canUndo, canRedo, undo, redo };
}

/** What is being edited, and a way to go elsewhere. */
export function useSelection(): [Place, (at: Place) => void] {
  const store = useEditorStore();
  const at = useEditor((state) => state.at);
  return [at, (next) => select(store, next)];
}

/** The faults at a place and inside it. */
export const useFaults = (place: Place): FaultOut[] =>
  useEditor(useShallow(({ faults }) => faults.filter(({ field }) => isWithin(field, place))));

export function useSample(): [Sample, (sample: Sample) => void] {
  const store = useEditorStore();
  const sample = useEditor((state) => state.sample);
  return [sample, (next) => store.setState({ sample: next })];
}

/** What would become of a step with the sample's answers. */
export const usePreviewed = (step: string): PreviewedStepOut | undefined =>
  useEditor(({ preview }) => preview?.steps.find(({ key }) => key === step));

const ENGLISH = ['en'];
/** The languages of the form; the first is the default. */
export const useLanguages = (): readonly string[] =>
  useDraft(({ form }) => form.languages ?? ENGLISH);
