import dynamic from 'next/dynamic';
import { useCallback, useId, useRef, useState } from 'react';
import { readPick, writePick } from '../../expressions/picks';
import { templateOf, templateParts, type Part } from '../../expressions/template';
import { useScope } from '../../scope/hooks/use-scope';
import { PickDialog } from '../../scope/tree/pick-dialog';
import { StillButton } from '../../still/still';
import type { Place } from '../../store/place';
import { fits, pickFor } from '../picks/fitting';
import { nameOfPath } from '../picks/pick-name';
import { freeInput } from '../schema/inputs';
import { words as all } from '../words';
import type { Inserting } from './template-editor';
import styles from './text.module.css';
import { Values } from './values';

const TemplateEditor = dynamic(() => import('./template-editor'), { ssr: false });
const TARGET = { input: freeInput('text', 'text'), within: 'text' } as const;

type Props = {
  place: Place;
  label: string;
  description?: string | undefined;
  multiline?: boolean | undefined;
  value: string;
  error?: string | undefined;
  onChange: (text: string) => void;
};

/** A text with picked values in it, shown by their names. */
export function TemplateInput({
  place,
  label,
  description,
  multiline = false,
  value,
  error = '',
  onChange,
}: Props) {
  const words = all.text;
  const id = useId();
  const groups = useScope(place);
  const editor = useRef<Inserting>(null);
  const [isAsking, ask] = useState(false);
  const parts = templateParts(value);
  const nameOf = useCallback(
    (expression: string) => {
      const pick = readPick(expression);
      return pick ? nameOfPath(pick.path, groups) : all.text.expression;
    },
    [groups],
  );
  const fault = [parts === null ? words.unclosed : '', error].filter(Boolean).join(' ');
  const changePart = (index: number, expression: string | null) => {
    const known: Part[] = parts ?? [];
    const next = expression === null ? [] : [{ text: expression, computed: true }];
    onChange(templateOf(known.toSpliced(index, 1, ...next)));
  };
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
        handle={editor}
        value={value}
        attributes={{
          'data-place': place,
          'aria-labelledby': id,
          'aria-describedby': `${description ? `${id}-help ` : ''}${id}-fault`,
        }}
        isInvalid={fault !== ''}
        multiline={multiline}
        nameOf={nameOf}
        onChange={onChange}
        onAsk={() => ask(true)}
      />
      <p id={`${id}-fault`} className={styles.fault}>
        {fault}
      </p>
      <div className={styles.buttons}>
        <StillButton variant="default" title={words.insertHint} onClick={() => ask(true)}>
          {words.insert}
        </StillButton>
      </div>
      <Values
        place={place}
        parts={parts ?? []}
        groups={groups}
        nameOf={nameOf}
        onChange={changePart}
      />
      {isAsking && (
        <PickDialog
          place={place}
          accepts={(item) => fits(item, TARGET)}
          onPick={(item) => editor.current?.insert(`\${{ ${writePick(pickFor(item, TARGET))} }}`)}
          onClose={() => ask(false)}
        />
      )}
    </div>
  );
}
