import { useState, type HTMLAttributes } from 'react';
import { idOf } from '../answers/names';
import { textOf } from '../answers/typed';
import { described, useEnv, type ControlProps } from './env';
import { Field } from './frame';

type Mode = HTMLAttributes<HTMLInputElement>['inputMode'];

/** Numbers are typed as text, so that no digit is lost to a binary fraction or a wheel of a mouse. */
const TYPES: Record<string, { type: string; inputMode?: Mode }> = {
  email: { type: 'email' },
  phone: { type: 'tel' },
  url: { type: 'url' },
  integer: { type: 'text', inputMode: 'numeric' },
  decimal: { type: 'text', inputMode: 'decimal' },
  date: { type: 'date' },
  time: { type: 'time' },
};

/** Neither a dictionary of the browser's maker nor one of the keyboard learns what is typed. */
const UNLEARNED = { spellCheck: false, autoCapitalize: 'none', autoCorrect: 'off' } as const;

/** One line: text, an e-mail address, a number, a date; hidden while it is typed where sensitive. */
export function LineQuestion({ question, name, entry, onEdit }: ControlProps) {
  const { say, disabled, errorOf, onLeave, scripted } = useEnv();
  const [shown, setShown] = useState(false);
  const { kind, label, sensitive, placeholder, minimum, maximum } = question;
  const { type, inputMode } = TYPES[kind] ?? { type: 'text' };
  const dated = kind === 'date' || kind === 'time';
  const secret = Boolean(sensitive) && !dated;
  const limits = dated ? { min: minimum ?? undefined, max: maximum ?? undefined } : ({} as const);
  const input = (
    <input
      className="f-input"
      data-kind={kind}
      id={idOf(name)}
      name={name}
      type={secret && !shown ? 'password' : type}
      inputMode={inputMode}
      placeholder={placeholder || undefined}
      autoComplete={sensitive ? 'off' : question.autocomplete || undefined}
      aria-required={question.required !== false}
      disabled={disabled}
      value={textOf(entry)}
      onChange={(event) => onEdit(event.currentTarget.value)}
      onBlur={() => onLeave(name)}
      {...limits}
      {...(secret ? UNLEARNED : {})}
      {...described(name, Boolean(question.help), errorOf(name))}
    />
  );
  return (
    <Field question={question} name={name}>
      {secret ? (
        <div className="f-joined">
          {input}
          {scripted && (
            <button
              type="button"
              className="f-button f-small"
              aria-controls={idOf(name)}
              aria-label={say(shown ? 'question.hide_field' : 'question.show_field', { label })}
              onClick={() => setShown(!shown)}
            >
              {say(shown ? 'question.hide' : 'question.show')}
            </button>
          )}
        </div>
      ) : (
        input
      )}
    </Field>
  );
}

/** Several lines; the field grows with them where the browser can. */
export function LinesQuestion({ question, name, entry, onEdit }: ControlProps) {
  const { disabled, errorOf, onLeave } = useEnv();
  return (
    <Field question={question} name={name}>
      <textarea
        className="f-input f-lines"
        id={idOf(name)}
        name={name}
        rows={4}
        placeholder={question.placeholder || undefined}
        autoComplete={question.sensitive ? 'off' : question.autocomplete || undefined}
        aria-required={question.required !== false}
        disabled={disabled}
        value={textOf(entry)}
        onChange={(event) => onEdit(event.currentTarget.value)}
        onBlur={() => onLeave(name)}
        {...(question.sensitive ? UNLEARNED : {})}
        {...described(name, Boolean(question.help), errorOf(name))}
      />
    </Field>
  );
}
