import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
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
import { createSettled, type Settled } from './settled';

const Context = createContext<{ store: EditorStore; settled: Settled } | null>(null);

export function EditorProvider({ store, children }: { store: EditorStore; children: ReactNode }) {
  const known = useMemo(() => ({ store, settled: createSettled(store) }), [store]);
  useEffect(() => known.settled.follow(), [known]);
  return <Context.Provider value={known}>{children}</Context.Provider>;
}

function useKnown() {
  const known = useContext(Context);
  if (!known) throw new Error('This stands outside the editor.');
  return known;
}

export const useEditorStore = (): EditorStore => useKnown().store;

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

/**
 * A part of the definition as it stands once typing pauses: for what is shown beside the control
 * in which it is typed. It may have another set of keys than `useDraft` for that long.
 */
export const useSettled = <T,>(pick: (draft: Draft) => T): T =>
  useStore(useKnown().settled, ({ draft }) => {
    if (!draft) throw new Error('The document cannot be read in parts.');
    return pick(draft);
  });

/** The same for what is made anew on each call, such as a list of names. */
export const useSettledShallow = <T,>(pick: (draft: Draft) => T): T => useSettled(useShallow(pick));

/** Change the definition at a place. */
export function useChange(): (place: Place, recipe: (draft: Draft) => void) => void {
  const store = useEditorStore();
  return useCallback((place, recipe) => change(store, place, recipe), [store]);
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
export function useFaults(place: Place): FaultOut[] {
  const [pick] = useState(createFaultsAt);
  return useEditor(useShallow(({ faults }) => pick(faults, place)));
}

/** Looks through them once: they are the same for many keys. */
function createFaultsAt() {
  let known: { of: readonly FaultOut[]; place: Place; found: FaultOut[] } | undefined;
  return (of: readonly FaultOut[], place: Place): FaultOut[] => {
    if (known?.of !== of || known.place !== place)
      known = { of, place, found: of.filter(({ field }) => isWithin(field, place)) };
    return known.found;
  };
}

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
