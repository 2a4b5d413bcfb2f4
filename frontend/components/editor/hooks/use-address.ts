import { useRouter } from 'next/router';
import { useEffect } from 'react';
import { useEditor, useEditorStore } from '../store/context';
import { select } from '../store/editor-store';

/** What is edited stands in the address: the back button goes to what was edited before. */
export function useAddress(): void {
  const store = useEditorStore();
  const router = useRouter();
  const at = useEditor((state) => state.at);
  const asked = typeof router.query.at === 'string' ? router.query.at : 'form';
  useEffect(() => {
    if (at === asked || !router.isReady) return;
    const query = { ...router.query, at };
    void router.push({ pathname: router.pathname, query }, undefined, {
      shallow: true,
      scroll: false,
    });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only what is chosen here moves on
  }, [at]);
  useEffect(() => {
    if (router.isReady && asked !== store.getState().at) select(store, asked);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only the way back moves here
  }, [asked]);
}
