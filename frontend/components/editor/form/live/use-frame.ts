import { useEffect, useRef } from 'react';
import { getConnectionList } from '@/lib/api/endpoints/connections/connections';
import type { FormOut } from '@/lib/api/model';
import { heard, type FromForm, type ToForm } from '@/lib/forms/rehearsal';
import type { Question } from '../../model/draft';
import { useEditorStore } from '../../store/context';
import type { EditorStore } from '../../store/editor-store';
import { partAt } from '../model/parts';

type Heard = { onLanguage: (language: string) => void; onSent: () => void };

/** Tells the frame which form to draw; what is answered in it becomes the sample. */
export function useFrame(form: FormOut | null, on: Heard) {
  const frame = useRef<HTMLIFrameElement>(null);
  const store = useEditorStore();
  const latest = useRef({ form, on });
  useEffect(() => {
    latest.current = { form, on };
  });

  useEffect(() => {
    const tell = (message: ToForm) =>
      frame.current?.contentWindow?.postMessage(message, window.location.origin);
    function listen(event: MessageEvent) {
      const message = heard<FromForm>(event, frame.current?.contentWindow);
      switch (message?.waybill) {
        case 'ready':
          if (latest.current.form) tell({ waybill: 'form', form: latest.current.form });
          return;
        case 'answers':
          return store.setState({ sample: { data: message.data, reference: null } });
        case 'language':
          return latest.current.on.onLanguage(message.language);
        case 'sent':
          return latest.current.on.onSent();
        case 'sought':
          return void found(store, message.path, message.search).then((answer) =>
            tell({ waybill: 'found', id: message.id, ...answer }),
          );
        default:
      }
    }
    window.addEventListener('message', listen);
    return () => window.removeEventListener('message', listen);
  }, [store]);

  useEffect(() => {
    if (!form) return;
    const message: ToForm = { waybill: 'form', form };
    frame.current?.contentWindow?.postMessage(message, window.location.origin);
  }, [form]);

  return frame;
}

/** The choices of a question (`lines.part`) at its connection. */
async function found(store: EditorStore, path: string, search: string) {
  const { definition } = store.getState().history.now;
  const place = `form.fields.${path.replaceAll('.', '.fields.')}.from`;
  const from = definition && (partAt(definition, place) as Question['from']);
  if (!from) return { items: [], message: '' };
  try {
    const list = await getConnectionList(from.connection, from.list, { q: search });
    return { items: list.items, message: list.message ?? '' };
  } catch {
    return { items: [], message: '' };
  }
}
