import { memo, useState } from 'react';
import { setAt, valueAt } from '../../scope/model/at-place';
import { StillSelect } from '../../still/still';
import { useChange, useDraft, useFaults } from '../../store/context';
import { canStay, modeOf, modesOf, type Mode } from '../schema/modes';
import { words } from '../words';
import { InputValue } from './input-value';
import styles from './inputs.module.css';
import { kindWords } from './kinds';
import type { RowProps } from './value-props';

/** One input of an action: in which way it gets its value, and the value. */
export const InputRow = memo(function InputRow({ place, input, connection }: RowProps) {
  const value = useDraft((draft) => valueAt(draft, place));
  const change = useChange();
  const faults = useFaults(place);
  const [chosen, choose] = useState<Mode | null>(null);
  const found = modeOf(value, input);
  const mode = chosen && canStay(chosen, value, input) ? chosen : found;
  const nothing = input.free ? null : undefined;
  const write = (next: unknown) => change(place, (draft) => setAt(draft, place, next ?? nothing));
  const isMissing = input.required && value === undefined;
  const own = faults.filter(({ field }) => field === place || !isNested(mode));
  const error = own.map(({ message }) => message).join(' ');
  const modes = modesOf(input);
  const offered = modes.includes(mode) ? modes : [...modes, mode];
  return (
    <fieldset className={styles.input} data-missing={isMissing || undefined}>
      <legend>
        <span dir="auto">{input.title}</span>{' '}
        <span className={styles.kind}>
          {input.required ? `${kindWords(input)}, ${words.needed}` : kindWords(input)}
        </span>
      </legend>
      {input.description && <p className={styles.hint}>{input.description}</p>}
      <StillSelect
        aria-label={words.what(input.title)}
        data-place={mode === 'nothing' ? place : undefined}
        value={mode}
        error={mode === 'nothing' && (error || (isMissing && words.neededHint))}
        data={offered.map((each) => ({
          value: each,
          label: each === 'nothing' && input.required ? words.choose : words.modes[each],
        }))}
        onChange={(event) => {
          const next = offered.find((each) => each === event.currentTarget.value) ?? 'nothing';
          choose(next);
          if (!canStay(next, value, input)) write(undefined);
          if (next === 'nothing') write(undefined);
        }}
      />
      {isMissing && mode !== 'nothing' && error === '' && (
        <p className={styles.missing}>{words.neededHint}</p>
      )}
      <InputValue
        place={place}
        input={input}
        connection={connection}
        mode={mode}
        value={value}
        error={mode === 'nothing' ? '' : error}
        onChange={write}
        Row={InputRow}
      />
    </fieldset>
  );
});

const isNested = (mode: Mode): boolean => mode === 'record' || mode === 'list';
