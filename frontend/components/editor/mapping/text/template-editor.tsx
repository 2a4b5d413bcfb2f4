import { EditorState } from '@codemirror/state';
import { useEffect, useRef, type Ref, useImperativeHandle } from 'react';
import { useCode } from '../../expressions/field/use-code';
import { ONE_LINE, asking, chips, renamed } from './chips';

export type Inserting = { insert: (text: string) => void };

type Props = {
  value: string;
  attributes: Record<string, string>;
  isInvalid: boolean;
  multiline: boolean;
  nameOf: (expression: string) => string;
  onChange: (text: string) => void;
  onAsk?: (() => void) | undefined;
  /** Gets what inserts; a component that is loaded later hands no `ref` on. */
  handle: Ref<Inserting>;
};

/** A text in which each `${{ }}` is shown by its name. */
export default function TemplateEditor(props: Props) {
  const { value, attributes, isInvalid, multiline, nameOf, onChange, onAsk, handle } = props;
  const latest = useRef({ nameOf, onAsk });
  const { host, view } = useCode({
    value,
    onChange,
    attributes: {
      role: 'textbox',
      'aria-multiline': String(multiline),
      spellcheck: 'true',
      dir: 'auto',
      ...attributes,
    },
    isInvalid,
    extensions: () => [
      chips((text) => latest.current.nameOf(text)),
      latest.current.onAsk ? asking(() => latest.current.onAsk?.()) : [],
      multiline
        ? []
        : [
            ONE_LINE,
            EditorState.transactionFilter.of((change) => (change.newDoc.lines > 1 ? [] : change)),
          ],
    ],
  });
  useEffect(() => {
    latest.current = { nameOf, onAsk };
  });
  useEffect(() => {
    latest.current = { ...latest.current, nameOf };
    view.current?.dispatch({ effects: renamed.of(null) });
  }, [nameOf, view]);
  useImperativeHandle(
    handle,
    () => ({
      insert: (text) => {
        const shown = view.current;
        if (!shown) return;
        shown.dispatch(shown.state.replaceSelection(text));
        shown.focus();
      },
    }),
    [view],
  );
  return <div ref={host} />;
}
