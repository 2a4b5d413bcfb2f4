import type { Completion } from '@codemirror/autocomplete';
import { useEffect, useRef } from 'react';
import { expressionLanguage, showFaults, type TextFault } from './language';
import { useCode } from './use-code';

type Props = {
  value: string;
  attributes: Record<string, string>;
  isInvalid: boolean;
  completions: readonly Completion[];
  faults: readonly TextFault[];
  onChange: (text: string) => void;
};

/** An expression that is written as text. */
export default function CodeEditor(props: Props) {
  const { value, attributes, isInvalid, completions, faults, onChange } = props;
  const known = useRef(completions);
  const { host, view } = useCode({
    value,
    onChange,
    attributes: { role: 'textbox', 'aria-multiline': 'true', dir: 'ltr', ...attributes },
    isInvalid,
    extensions: () => expressionLanguage(() => known.current),
  });
  useEffect(() => {
    known.current = completions;
  });
  useEffect(() => {
    if (view.current) showFaults(view.current, faults);
  }, [faults, view]);
  return <div ref={host} />;
}
