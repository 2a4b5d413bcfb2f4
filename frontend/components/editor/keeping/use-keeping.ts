import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import {
  getDraft,
  getGetDraftQueryKey,
  getSaveDraftUrl,
} from '@/lib/api/endpoints/workflows/workflows';
import type { DraftOut } from '@/lib/api/model';
import { fetcher } from '@/lib/http/fetcher';
import { useEditorStore } from '../store/context';
import { createSaver } from './saver';

/** Keeps the draft saved. Gives a way to save at once. */
export function useKeeping(organization: string): () => Promise<void> {
  const store = useEditorStore();
  const client = useQueryClient();
  const flush = useRef<() => Promise<void>>(async () => {});
  useEffect(() => {
    const { slug } = store.getState();
    const saver = createSaver(store, organization, {
      save: (text, tag) =>
        fetcher<DraftOut>(getSaveDraftUrl(slug), {
          method: 'PUT',
          headers: { 'Content-Type': 'application/yaml', 'If-Match': tag },
          body: text,
        }),
      read: () => getDraft(slug),
    });
    flush.current = saver.flush;
    return () => {
      saver.stop();
      // What other pages show of it was read before.
      void client.invalidateQueries({ queryKey: getGetDraftQueryKey(slug) });
    };
  }, [store, organization, client]);
  return () => flush.current();
}
