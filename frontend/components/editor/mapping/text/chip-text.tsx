import dynamic from 'next/dynamic';
import type { Ref } from 'react';
import { CodeFrame } from '../../expressions/field/code-frame';
import type { Place } from '../../store/place';
import type { Inserting } from './template-editor';

const TemplateEditor = dynamic(() => import('./template-editor'), { ssr: false });

type Props = {
  handle: Ref<Inserting>;
  place: Place;
  label: string;
  description?: string | undefined;
  /** The language that is typed in it (a tag). */
  lang?: string | undefined;
  multiline: boolean;
  value: string;
  fault: string | undefined;
  /** What people call what a `${{ }}` gives. */
  nameOf: (expression: string) => string;
  /** Typing @ asks for a value; without it, @ is a letter. */
  onAsk?: (() => void) | undefined;
  onChange: (text: string) => void;
};

/** Where a text with values in it is typed, what it is for, and what is wrong with it. */
export function ChipText({ place, label, description, lang, fault, ...rest }: Props) {
  return (
    <CodeFrame {...{ place, label, description, fault }}>
      {(attributes) => (
        <TemplateEditor
          attributes={lang ? { ...attributes, lang } : attributes}
          isInvalid={Boolean(fault)}
          {...rest}
        />
      )}
    </CodeFrame>
  );
}
