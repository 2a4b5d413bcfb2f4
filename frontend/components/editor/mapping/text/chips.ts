import { RangeSetBuilder, StateEffect, StateField, type EditorState } from '@codemirror/state';
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view';
import { templateParts } from '../../expressions/template';

class Chip extends WidgetType {
  constructor(readonly name: string) {
    super();
  }

  override eq(other: Chip): boolean {
    return other.name === this.name;
  }

  toDOM(): HTMLElement {
    const chip = document.createElement('span');
    chip.className = 'cm-chip';
    chip.dir = 'auto';
    chip.textContent = this.name;
    return chip;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

type NameOf = (expression: string) => string;

/** Says that values are called otherwise now. */
export const renamed = StateEffect.define<null>();

function chipsOf(state: EditorState, nameOf: NameOf): DecorationSet {
  const built = new RangeSetBuilder<Decoration>();
  for (const part of templateParts(state.doc.toString()) ?? []) {
    if (!part.computed) continue;
    const widget = new Chip(nameOf(part.text));
    built.add(part.from, part.to, Decoration.replace({ widget }));
  }
  return built.finish();
}

/** Draws each `${{ }}` as one piece that the arrow keys pass and that Backspace takes away. */
export function chips(nameOf: NameOf) {
  return StateField.define<DecorationSet>({
    create: (state) => chipsOf(state, nameOf),
    update: (known, { docChanged, effects, state }) =>
      docChanged || effects.some((each) => each.is(renamed)) ? chipsOf(state, nameOf) : known,
    provide: (field) => [
      EditorView.decorations.from(field),
      EditorView.atomicRanges.of((view) => view.state.field(field)),
      CHIP_LOOKS,
    ],
  });
}

const CHIP_LOOKS = EditorView.theme({
  '.cm-chip': {
    display: 'inline-block',
    padding: '0 0.4rem',
    border: '1px solid var(--line)',
    borderRadius: 'var(--radius)',
    backgroundColor: 'var(--sunken)',
    color: 'var(--accent)',
  },
});

/** Typing @ where a word could begin asks for a value. */
export const asking = (ask: () => void) =>
  EditorView.inputHandler.of((view, from, _, text) => {
    const before = from === 0 ? ' ' : view.state.sliceDoc(from - 1, from);
    if (text !== '@' || !/\s/.test(before)) return false;
    ask();
    return true;
  });

/** Without breaks of lines: what is pasted gets spaces. */
export const ONE_LINE = [
  EditorView.clipboardInputFilter.of((text) => text.replace(/\s*\n\s*/g, ' ')),
];
