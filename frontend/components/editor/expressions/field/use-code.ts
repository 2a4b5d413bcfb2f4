import { defaultKeymap } from '@codemirror/commands';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { useEffect, useRef, type RefObject } from 'react';

type Code = {
  value: string;
  onChange: (text: string) => void;
  /** For the element in which people type; read once. */
  attributes: Record<string, string>;
  isInvalid: boolean;
  /** Read once. */
  extensions: () => Extension;
};

const LOOKS = EditorView.theme({
  '&': {
    width: '100%',
    border: '1px solid var(--edge)',
    borderRadius: 'var(--radius)',
    backgroundColor: 'var(--sheet)',
    color: 'var(--ink)',
    fontSize: 'var(--text-body)',
  },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '1px' },
  '.cm-content': { fontFamily: 'inherit', padding: '0.4rem 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 0.6rem' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: '1.6' },
});

/**
 * A place to type that draws parts of its text in its own way. Undoing is the editor's, not its own.
 */
export function useCode({ value, onChange, attributes, isInvalid, extensions }: Code): {
  host: RefObject<HTMLDivElement | null>;
  view: RefObject<EditorView | null>;
} {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const latest = useRef({ value, onChange });
  useEffect(() => {
    latest.current = { value, onChange };
  });
  const first = useRef({ attributes, extensions });
  useEffect(() => {
    const parent = host.current;
    if (!parent) return;
    const typed = EditorView.updateListener.of((update) => {
      const text = update.state.doc.toString();
      if (update.docChanged && text !== latest.current.value) latest.current.onChange(text);
    });
    const made = new EditorView({
      parent,
      state: EditorState.create({
        doc: latest.current.value,
        extensions: [
          LOOKS,
          EditorView.lineWrapping,
          keymap.of(defaultKeymap),
          EditorView.contentAttributes.of(first.current.attributes),
          typed,
          first.current.extensions(),
        ],
      }),
    });
    view.current = made;
    return () => {
      view.current = null;
      made.destroy();
    };
  }, []);
  useEffect(() => {
    const shown = view.current;
    const text = shown?.state.doc.toString();
    if (!shown || text === undefined || text === value) return;
    shown.dispatch({ changes: { from: 0, to: text.length, insert: value } });
  }, [value]);
  useEffect(() => {
    view.current?.contentDOM.setAttribute('aria-invalid', String(isInvalid));
  }, [isInvalid]);
  return { host, view };
}
