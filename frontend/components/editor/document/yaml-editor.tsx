import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { HighlightStyle, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { Annotation, EditorState, type Text } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { useEffect, useRef } from 'react';
import type { FaultOut } from '@/lib/api/model';
import styles from './document-view.module.css';

type Props = {
  label: string;
  text: string;
  faults: FaultOut[];
  /** The line to go to. */
  wanted: { line: number } | null;
  onChange: (text: string) => void;
};

const fromOutside = Annotation.define<boolean>();

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--accent)' },
  { tag: [tags.string, tags.content], color: 'var(--ink)' },
  { tag: [tags.comment, tags.lineComment], color: 'var(--muted)', fontStyle: 'italic' },
  { tag: [tags.number, tags.bool, tags.null, tags.keyword], color: 'var(--waiting)' },
]);

/** YAML with line numbers and the faults under their characters. `Escape`, then `Tab` leaves it. */
export function YamlEditor({ label, text, faults, wanted, onChange }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const told = useRef(onChange);
  useEffect(() => {
    told.current = onChange;
  });

  useEffect(() => {
    if (!place.current) return;
    const made = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: text,
        extensions: [
          lineNumbers(),
          history(),
          yaml(),
          indentUnit.of('  '),
          highlightActiveLine(),
          syntaxHighlighting(colours),
          lintGutter(),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({
            'aria-label': label,
            spellcheck: 'false',
            tabindex: '0',
          }),
          keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
          EditorView.updateListener.of(({ docChanged, transactions, state }) => {
            const isOwn = !transactions.some((each) => each.annotation(fromOutside));
            if (docChanged && isOwn) told.current(state.doc.toString());
          }),
        ],
      }),
    });
    view.current = made;
    return () => made.destroy();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- later texts follow below
  }, [label]);

  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === text) return;
    const all = { from: 0, to: editor.state.doc.length, insert: text };
    editor.dispatch({ changes: all, annotations: fromOutside.of(true) });
  }, [text]);

  useEffect(() => {
    const editor = view.current;
    if (editor)
      editor.dispatch(setDiagnostics(editor.state, diagnosticsOf(editor.state.doc, faults)));
  }, [faults, text]);

  useEffect(() => {
    if (view.current && wanted) show(view.current, wanted.line);
  }, [wanted]);

  return <div ref={place} className={styles.editor} />;
}

function show(editor: EditorView, line: number): void {
  const { doc } = editor.state;
  const { from } = doc.line(Math.min(line, doc.lines));
  editor.dispatch({
    selection: { anchor: from },
    effects: EditorView.scrollIntoView(from, { y: 'center' }),
  });
  editor.focus();
}

function diagnosticsOf(doc: Text, faults: FaultOut[]): Diagnostic[] {
  return faults.flatMap(({ line, column, message, field }) => {
    if (line === null || line > doc.lines) return [];
    const on = doc.line(line);
    const from = Math.min(on.from + Math.max(0, (column ?? 1) - 1), on.to);
    return [{ from, to: Math.max(from, on.to), severity: 'error', message, source: field }];
  });
}
