import { useEffect, useState } from 'react';
import { useGetDraft } from '@/lib/api/endpoints/workflows/workflows';
import { act, createEditorStore, select, type EditorStore } from '../store/editor-store';
import type { Place } from '../store/place';
import { mergeDocuments } from '../model/merge-documents';
import { readCopy } from './local-copy';
import { takeTheirs, type Draft } from './saver';

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
  const [store, setStore] = useState<EditorStore | null>(null);
  if (data && slug && organization && !store) {
    const made = createEditorStore(slug, data.document, data.etag, data.is_draft);
    select(made, at);
    setStore(withCopy(made, organization, slug));
  }
  useEffect(() => {
    if (data && store) follow(store, data);
  }, [data, store]);
  return { store, error: draft.error, isPending: draft.isPending, refetch: draft.refetch };
}

/** What is read again later, as after publishing: it never takes the place of what is here. */
function follow(store: EditorStore, theirs: Draft): void {
  const { document, etag, is_draft } = theirs;
  const { tag, ancestor, saving } = store.getState();
  if (etag === tag || saving !== 'saved') return;
  if (document === ancestor) store.setState({ tag: etag, isDraft: is_draft });
  else takeTheirs(store, theirs);
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
