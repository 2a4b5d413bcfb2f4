import { useEffect } from 'react';
import { getCheckDefinitionUrl, previewDefinition } from '@/lib/api/endpoints/workflows/workflows';
import type { CheckOut } from '@/lib/api/model';
import { ApiError } from '@/lib/http/api-error';
import { fetcher } from '@/lib/http/fetcher';
import { language } from '@/lib/words/languages';
import { useEditorStore } from '../store/context';
import { currentText, type EditorStore, type Sample } from '../store/editor-store';
import { plainFault } from '../problems/plain';

/** After the last key, in milliseconds. */
const CHECK_AFTER = 350;
const PREVIEW_AFTER = 700;

/** What publishing would say, and what the sample would send: asked after each change. */
export function useJudged(): void {
  const store = useEditorStore();
  useEffect(() => {
    const check = delayed(CHECK_AFTER, (signal) => checkText(store, signal));
    const preview = delayed(PREVIEW_AFTER, (signal) => previewText(store, signal));
    check.ask();
    preview.ask();
    const unsubscribe = store.subscribe((state, before) => {
      const changed = state.history.now !== before.history.now;
      if (changed) check.ask();
      if (changed || state.sample !== before.sample) preview.ask();
      if (isTaken(state.sample, before.sample)) store.setState({ previewTrouble: [] });
    });
    return () => {
      unsubscribe();
      check.stop();
      preview.stop();
    };
  }, [store]);
}

/** Other answers as a whole, not one more: what was wrong with those before says nothing of them. */
const isTaken = (now: Sample, before: Sample): boolean =>
  now !== before && (now.reference !== before.reference || Object.keys(before.data).length === 0);

async function checkText(store: EditorStore, signal: AbortSignal): Promise<void> {
  const text = currentText(store);
  const headers = { 'Content-Type': 'application/yaml' };
  const { faults } = await fetcher<CheckOut>(getCheckDefinitionUrl(), {
    method: 'POST',
    headers,
    body: text,
    signal,
  });
  store.setState({ faults: faults.map(plainFault), checked: text });
}

async function previewText(store: EditorStore, signal: AbortSignal): Promise<void> {
  const { sample, history } = store.getState();
  if (!history.now.definition) return;
  const wanted = { document: currentText(store), data: sample.data, language: language() };
  try {
    const preview = await previewDefinition(wanted, { signal });
    store.setState({ preview, previewTrouble: [] });
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 422) throw error;
    // What was foreseen before stays: it is told that it is of before.
    const faults = error.problem.errors.map((each) => ({
      ...each,
      code: null,
      params: {},
      line: null,
      column: null,
    }));
    store.setState({ previewTrouble: faults });
  }
}

/** Runs once things have been quiet for a while; a later call takes the place of one under way. */
function delayed(wait: number, run: (signal: AbortSignal) => Promise<void>) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let control = new AbortController();
  const stop = () => {
    clearTimeout(timer);
    control.abort();
  };
  const ask = () => {
    stop();
    control = new AbortController();
    const { signal } = control;
    timer = setTimeout(() => {
      run(signal).catch((error: unknown) => {
        const isGone = error instanceof DOMException || error instanceof ApiError;
        if (!isGone) throw error;
      });
    }, wait);
  };
  return { ask, stop };
}
