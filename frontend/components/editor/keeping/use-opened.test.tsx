import { act, screen, waitFor } from '@testing-library/react';
import { useEffect } from 'react';
import { HttpResponse, http } from 'msw';
import { getGetDraftQueryKey } from '@/lib/api/endpoints/workflows/workflows';
import { renderApp } from '@/lib/testing/render';
import { server } from '@/lib/testing/server';
import type { EditorStore } from '../store/editor-store';
import { useOpened } from './use-opened';

const DOCUMENT = 'workflow: order\nname: Order\nform: {title: Order, fields: {}}\nsteps: {}\n';

function Opened({ onOpen }: { onOpen: (store: EditorStore) => void }) {
  const { store } = useOpened('us', 'order', 'form');
  useEffect(() => {
    if (store) onOpen(store);
  }, [store, onOpen]);
  return <p>{store ? 'open' : 'waiting'}</p>;
}

test('read anew, as after publishing, it is the same editor with the new tag', async () => {
  const opened = new Set<EditorStore>();
  let etag = '"1"';
  server.use(
    http.get('*/api/v1/workflows/order/draft', () =>
      HttpResponse.json({ slug: 'order', document: DOCUMENT, etag, is_draft: etag === '"1"' }),
    ),
  );
  const { client } = renderApp(<Opened onOpen={(store) => opened.add(store)} />);
  expect(await screen.findByText('open')).toBeVisible();
  const [store] = opened;
  act(() => store?.setState({ sample: { data: { company: 'Acme' }, reference: null } }));
  etag = '"2"';
  await act(() => client.invalidateQueries({ queryKey: getGetDraftQueryKey('order') }));
  await waitFor(() => expect(store?.getState().tag).toBe('"2"'));
  expect(store?.getState().isDraft).toBe(false);
  expect(opened.size).toBe(1);
  expect(store?.getState().sample.data).toEqual({ company: 'Acme' });
});
