import { useCallback, useRef, useState } from 'react';
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
import { ChipText } from './chip-text';
import type { Inserting } from './template-editor';
import styles from './text.module.css';
import { Values } from './values';

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
      <ChipText
        handle={editor}
        {...{ place, label, description, multiline, value, fault, nameOf, onChange }}
        onAsk={() => ask(true)}
      />
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
