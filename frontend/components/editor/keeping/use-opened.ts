import { useEffect, useMemo } from 'react';
import { useGetDraft } from '@/lib/api/endpoints/workflows/workflows';
import { act, createEditorStore, type EditorStore } from '../store/editor-store';
import { resultOf, type Place } from '../store/place';
import { mergeDocuments } from '../model/merge-documents';
import { readCopy } from './local-copy';

/** The draft, asked for once: from then on the editor has it, with what this browser still kept. */
export function useOpened(organization: string | undefined, slug: string | undefined, at: Place) {
  const draft = useGetDraft(slug ?? '', {
    query: {
      enabled: slug !== undefined && organization !== undefined,
      staleTime: Infinity,
      gcTime: 0,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
  });
  const { data } = draft;
  const isThere = data !== undefined;
  const store = useMemo(() => {
    if (!data || !slug || !organization) return null;
    const made = createEditorStore(slug, data.document, data.etag);
    made.setState({ at, result: resultOf(at) });
    return withCopy(made, organization, slug);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what it opens with; read anew, as after publishing, it stays the same editor
  }, [isThere, organization, slug]);
  useEffect(() => {
    // Where somebody else changed it meanwhile, saving finds out and merges.
    if (store && data?.document === store.getState().ancestor) store.setState({ tag: data.etag });
  }, [store, data]);
  return { store, error: draft.error, isPending: draft.isPending, refetch: draft.refetch };
}

function withCopy(store: EditorStore, organization: string, slug: string): EditorStore {
  const copy = readCopy(organization, slug);
  const { ancestor } = store.getState();
  if (!copy || copy.text === ancestor) return store;
  const { text, clashes } = mergeDocuments(copy.ancestor, copy.text, ancestor);
  act(store, { do: 'write', text, at: 0 });
  store.setState({ clashes, restored: true });
  return store;
}
