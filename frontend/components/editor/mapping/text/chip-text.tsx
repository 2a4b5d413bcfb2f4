import dynamic from 'next/dynamic';
import { useId, type Ref } from 'react';
import type { Place } from '../../store/place';
import type { Inserting } from './template-editor';
import styles from './text.module.css';

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
export function ChipText({ label, description, lang, place, fault, ...rest }: Props) {
  const id = useId();
  return (
    <div className={styles.field}>
      <p id={id} className={styles.label}>
        {label}
      </p>
      {description && (
        <p id={`${id}-help`} className={styles.help}>
          {description}
        </p>
      )}
      <TemplateEditor
        attributes={{
          'data-place': place,
          'aria-labelledby': id,
          'aria-describedby': `${description ? `${id}-help ` : ''}${id}-fault`,
          ...(lang ? { lang } : {}),
        }}
        isInvalid={Boolean(fault)}
        {...rest}
      />
      <p id={`${id}-fault`} className={styles.fault}>
        {fault}
      </p>
    </div>
  );
}
