import { useState } from 'react';
import { idOf } from '../answers/names';
import { listOf, pickedIn, textOf, type Entry, type Picked } from '../answers/typed';
import { useRange } from '../questions/choice';
import { described, useEnv, type ControlProps } from '../questions/env';
import { Field } from '../questions/frame';
import { Combobox } from './combobox';

/** A choice among many that a connected system has: typed, looked up, and picked. */
export function LiveChoice({ question, name, entry, onEdit }: ControlProps) {
  const { say, disabled, errorOf, onLeave } = useEnv();
  const several = question.kind === 'choices';
  const range = useRange(question);
  const picked = pickedOf(entry);
  const [only] = picked;
  const [text, setText] = useState('');
  const shown = several ? text : (only?.label ?? textOf(entry));
  const most = Number(question.maximum ?? Number.POSITIVE_INFINITY);

  function pick(choice: Picked) {
    if (!several) return onEdit([choice]);
    setText('');
    onEdit((current) => {
      const others = pickedOf(current).filter(({ value }) => value !== choice.value);
      return [...others, choice];
    });
  }

  function drop(value: string) {
    onEdit((current) => pickedOf(current).filter((each) => each.value !== value));
    document.getElementById(idOf(name))?.focus();
  }

  return (
    <Field question={question} name={name} note={several ? range : undefined}>
      {several && picked.length > 0 && (
        <ul className="f-picked" aria-label={question.label}>
          {picked.map(({ value, label }) => (
            <li key={value}>
              <span>{label}</span>
              <button
                type="button"
                className="f-link"
                disabled={disabled}
                aria-label={say('question.clear', { label })}
                onClick={() => drop(value)}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <Combobox
        question={question}
        name={name}
        text={shown}
        disabled={disabled || (several && picked.length >= most)}
        describe={described(name, Boolean(question.help || (several && range)), errorOf(name))}
        onType={(typed) => (several ? setText(typed) : onEdit(typed))}
        onPick={pick}
        onLeave={() => onLeave(name)}
      />
    </Field>
  );
}

/** What was picked here, and what a link or an earlier page brought as values alone. */
const pickedOf = (entry: Entry | undefined): Picked[] => [
  ...pickedIn(entry),
  ...listOf(entry).map((value) => ({ value, label: value })),
];
