import { autocompletion, type Completion, type CompletionSource } from '@codemirror/autocomplete';
import { setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { Prec, type Text } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  MatchDecorator,
  ViewPlugin,
  type DecorationSet,
  type ViewUpdate,
} from '@codemirror/view';

/** One fault of a text; without a line all of it is meant. */
export type TextFault = { message: string; line: number | null; column: number | null };

const TOKENS =
  /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(\b\d+(?:\.\d+)?\b)|\b(true|false|null|in)\b|\b(input|row|steps|submission|tables)\b|([A-Za-z_]\w*)(?=\()/g;
const CLASSES = ['cm-said', 'cm-number', 'cm-word', 'cm-root', 'cm-function'];

const tokens = new MatchDecorator({
  regexp: TOKENS,
  decoration: (match) => {
    const at = match.slice(1).findIndex((each) => each !== undefined);
    return Decoration.mark({ class: CLASSES[at] ?? '' });
  },
});

/** Shows texts, numbers, names and functions in their own ways. */
const highlighting = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = tokens.createDeco(view);
    }

    update(update: ViewUpdate) {
      this.decorations = tokens.updateDeco(update, this.decorations);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

const LOOKS = EditorView.theme({
  '.cm-content': { fontFamily: 'var(--mono)', fontSize: 'var(--text-small)' },
  '.cm-said': { color: 'var(--delivered)' },
  '.cm-number, .cm-word': { color: 'var(--waiting)' },
  '.cm-root': { color: 'var(--accent)' },
  '.cm-function': { fontWeight: '600' },
  '.cm-tooltip': {
    backgroundColor: 'var(--sheet)',
    color: 'var(--ink)',
    border: '1px solid var(--line)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    maxHeight: '14rem',
    fontFamily: 'var(--mono)',
    fontSize: 'var(--text-small)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.25rem 0.625rem' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600' },
  '.cm-completionDetail': {
    color: 'var(--muted)',
    fontFamily: 'var(--sans)',
    fontStyle: 'normal',
  },
  '.cm-tooltip-autocomplete li[aria-selected] .cm-completionDetail': { color: 'inherit' },
  '.cm-tooltip.cm-completionInfo': {
    padding: '0.5rem 0.75rem',
    fontSize: 'var(--text-small)',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--accent)',
    color: 'var(--accent-ink)',
  },
});

/** What could be meant: `known` is asked each time, for it changes while people work. */
export function expressionLanguage(known: () => readonly Completion[]) {
  const source: CompletionSource = (context) => {
    const word = context.matchBefore(/[\w.]*/);
    if (!word || (word.from === word.to && !context.explicit)) return null;
    const dot = word.text.lastIndexOf('.');
    const methods = known()
      .filter(({ type }) => type === 'method')
      .map((each) => ({ ...each, label: `${word.text.slice(0, dot)}${each.label}` }));
    const others = known().filter(({ type }) => type !== 'method');
    return { from: word.from, options: dot > 0 ? [...others, ...methods] : others };
  };
  return [highlighting, Prec.high(LOOKS), autocompletion({ override: [source], icons: false })];
}

/** Draws faults under the characters that they are about. */
export function showFaults(view: EditorView, faults: readonly TextFault[]): void {
  const { doc } = view.state;
  const found = faults.map(({ message, line, column }): Diagnostic => {
    const from = line === null ? 0 : placeIn(doc, line, column ?? 1);
    const to = line === null ? doc.length : (view.state.wordAt(from)?.to ?? from + 1);
    return { from, to: Math.min(Math.max(to, from), doc.length), severity: 'error', message };
  });
  view.dispatch(setDiagnostics(view.state, found));
}

/** Columns count characters; the text here counts what JavaScript does. */
function placeIn(doc: Text, line: number, column: number): number {
  if (line > doc.lines) return doc.length;
  const at = doc.line(line);
  const before = [...at.text].slice(0, column - 1).join('');
  return at.from + before.length;
}
