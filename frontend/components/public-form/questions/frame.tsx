import type { ReactNode } from 'react';
import { idOf } from '../answers/names';
import type { Question } from '../form';
import { useEnv } from './env';

type Props = { question: Question; name: string; children: ReactNode; note?: ReactNode };

/** Nearly every question must be answered, so the few optional ones say so. */
export function useLabel({ label, required, kind }: Question): string {
  const { say } = useEnv();
  const optional = required === false && kind !== 'calculated';
  return optional ? say('question.optional', { label }) : label;
}

/** A question with one control: its label above, its help, and what is wrong with the answer. */
export function Field({ question, name, children, note }: Props) {
  const { errorOf } = useEnv();
  const label = useLabel(question);
  const error = errorOf(name);
  return (
    <div className="f-field" data-invalid={error ? true : undefined}>
      <label className="f-label" htmlFor={idOf(name)}>
        {label}
      </label>
      <Help name={name} help={question.help} note={note} />
      {children}
      <Fault name={name} error={error} />
    </div>
  );
}

/** A question with several controls. `role` says what they are together. */
export function FieldSet(props: Props & { role?: 'radiogroup' | 'group' }) {
  const { question, name, children, note, role } = props;
  const { errorOf } = useEnv();
  const label = useLabel(question);
  const error = errorOf(name);
  const id = idOf(name);
  const helps = Boolean(question.help || note);
  const described = [helps ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean);
  return (
    <fieldset
      className="f-field f-set"
      id={id}
      tabIndex={-1}
      data-invalid={error ? true : undefined}
      {...(role ? { role } : {})}
      {...(role === 'radiogroup' ? { 'aria-required': question.required !== false } : {})}
      {...(described.length > 0 ? { 'aria-describedby': described.join(' ') } : {})}
      {...(role === 'radiogroup' && error ? { 'aria-invalid': true } : {})}
    >
      <legend className="f-label">{label}</legend>
      <Help name={name} help={question.help} note={note} />
      {children}
      <Fault name={name} error={error} />
    </fieldset>
  );
}

type HelpProps = { name: string; help?: string | null | undefined; note?: ReactNode };

function Help({ name, help, note }: HelpProps) {
  if (!help && !note) return null;
  return (
    <p className="f-help" id={`${idOf(name)}-help`}>
      {help}
      {help && note ? ' ' : ''}
      {note}
    </p>
  );
}

export function Fault({ name, error }: { name: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <p className="f-error" id={`${idOf(name)}-error`}>
      {error}
    </p>
  );
}
