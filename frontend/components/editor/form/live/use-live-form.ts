import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { previewForm } from '@/lib/api/endpoints/workflows/workflows';
import type { FormOut } from '@/lib/api/model';
import type { ApiError } from '@/lib/http/api-error';
import { textOf, type Snapshot } from '../../model/history';
import { useEditorStore } from '../../store/context';

/** Typing that pauses this long is drawn. */
const PAUSE_MS = 400;

/** What is wrong with what is typed now. */
export type Trouble = 'mistake' | 'failed' | null;

/** The form as visitors would get it, as it was before a mistake while there is one. */
export function useLiveForm(language: string) {
  const settled = useSettled();
  const [good, setGood] = useState<FormOut | null>(null);
  const { data, error, refetch } = useQuery<FormOut, ApiError>({
    queryKey: ['form of a document', settled, language],
    queryFn: ({ signal }) => previewForm({ document: textOf(settled), language }, { signal }),
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
  });
  if (data && data !== good) setGood(data);
  const refused = error !== null && error.status >= 400 && error.status < 500;
  const trouble: Trouble = error === null ? null : refused ? 'mistake' : 'failed';
  return { form: data ?? good, trouble, again: () => void refetch() };
}

/** The document once typing pauses. */
function useSettled(): Snapshot {
  const store = useEditorStore();
  const [settled, setSettled] = useState(() => store.getState().history.now);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = store.subscribe((state, before) => {
      if (state.history.now === before.history.now) return;
      clearTimeout(timer);
      timer = setTimeout(() => setSettled(store.getState().history.now), PAUSE_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [store]);
  return settled;
}
