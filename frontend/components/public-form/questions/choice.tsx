import { memo } from 'react';
import { idOf } from '../answers/names';
import { listOf, textOf } from '../answers/typed';
import type { Choice } from '../form';
import { described, useEnv, type ControlProps } from './env';
import { Field, FieldSet } from './frame';

/** Up to this many choices are all in sight; more are in the platform's own list. */
const IN_SIGHT = 6;

/** One of several: radio buttons for a few, a list for more. */
export function ChoiceQuestion(props: ControlProps & { choices: Choice[] }) {
  return props.choices.length <= IN_SIGHT ? <Radios {...props} /> : <Select {...props} />;
}

function Select(props: ControlProps & { choices: Choice[] }) {
  const { question, name, entry, onEdit, choices } = props;
  const { say, disabled, errorOf, onLeave } = useEnv();
  return (
    <Field question={question} name={name}>
      <select
        className="f-input f-select"
        id={idOf(name)}
        name={name}
        autoComplete={question.autocomplete || undefined}
        aria-required={question.required !== false}
        disabled={disabled}
        value={textOf(entry)}
        onChange={(event) => onEdit(event.currentTarget.value)}
        onBlur={() => onLeave(name)}
        {...described(name, Boolean(question.help), errorOf(name))}
      >
        <option value="">{say('question.choose')}</option>
        <Options choices={choices} />
      </select>
    </Field>
  );
}

/** Drawn anew only for other choices: a list of countries is most of what a small form consists of. */
export const Options = memo(function Options({ choices }: { choices: Choice[] }) {
  return choices.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
});

type RadiosProps = ControlProps & {
  /** `spoken` is read aloud in the place of the label, where that is short for the eye. */
  choices: (Choice & { spoken?: string })[];
  inline?: boolean;
};

export function Radios(props: RadiosProps) {
  const { question, name, entry, onEdit, choices, inline } = props;
  const { say, disabled, onLeave, scripted } = useEnv();
  const chosen = textOf(entry);
  return (
    <FieldSet question={question} name={name} role="radiogroup">
      <div className="f-options" data-inline={inline}>
        {choices.map(({ value, label, spoken }) => (
          <label key={value} className="f-option">
            <input
              type="radio"
              aria-label={spoken}
              name={name}
              value={value}
              disabled={disabled}
              checked={chosen === value}
              onChange={() => onEdit(value)}
              onBlur={() => onLeave(name)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
      {scripted && question.required === false && chosen !== '' && (
        <button type="button" className="f-link" onClick={() => onEdit('')}>
          {say('question.clear', { label: question.label })}
        </button>
      )}
    </FieldSet>
  );
}

/** Any of several. */
export function ChoicesQuestion(props: ControlProps & { choices: Choice[] }) {
  const { question, name, entry, onEdit, choices } = props;
  const { disabled, onLeave } = useEnv();
  const chosen = listOf(entry);
  const note = useRange(question);
  return (
    <FieldSet question={question} name={name} note={note}>
      <div className="f-options" data-many={choices.length > IN_SIGHT * 2 || undefined}>
        {choices.map(({ value, label }) => (
          <label key={value} className="f-option">
            <input
              type="checkbox"
              name={name}
              value={value}
              disabled={disabled}
              checked={chosen.includes(value)}
              onChange={(event) => {
                const on = event.currentTarget.checked;
                onEdit((current) => toggled(choices, listOf(current), value, on));
              }}
              onBlur={() => onLeave(name)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </FieldSet>
  );
}

/** In the order of the choices, however they were ticked. */
function toggled(choices: Choice[], chosen: string[], value: string, on: boolean): string[] {
  const next = new Set(chosen);
  if (on) next.add(value);
  else next.delete(value);
  return choices.flatMap((choice) => (next.has(choice.value) ? [choice.value] : []));
}

/** How many may be chosen. */
export function useRange({ minimum, maximum, choices }: ControlProps['question']): string {
  const { say } = useEnv();
  const least = Number(minimum ?? 0);
  const most = Number(maximum ?? Number.POSITIVE_INFINITY);
  const bounded = most < (choices?.length ?? 1000);
  if (least > 0 && bounded) return say('question.pick_between', { least, most });
  if (bounded) return say('question.pick_most', { count: most });
  return least > 1 ? say('question.pick_least', { count: least }) : '';
}
