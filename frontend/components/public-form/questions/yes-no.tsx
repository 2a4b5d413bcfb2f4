import { idOf } from '../answers/names';
import { textOf } from '../answers/typed';
import { Radios } from './choice';
import { described, useEnv, type ControlProps } from './env';
import { Fault, useLabel } from './frame';

/** Yes or no: two buttons, because a box that nobody ticked says neither. */
export function BooleanQuestion(props: ControlProps) {
  const { say } = useEnv();
  const choices = [
    { value: 'true', label: say('question.yes') },
    { value: 'false', label: say('question.no') },
  ];
  return <Radios {...props} choices={choices} inline />;
}

/** Something to agree to: the whole text, and one box. */
export function ConsentQuestion({ question, name, entry, onEdit }: ControlProps) {
  const { disabled, errorOf, onLeave } = useEnv();
  const label = useLabel(question);
  const error = errorOf(name);
  const id = idOf(name);
  return (
    <div className="f-field" data-invalid={error ? true : undefined}>
      {question.text && (
        <p className="f-agreed" id={`${id}-help`}>
          {question.text}
        </p>
      )}
      <label className="f-option f-consent">
        <input
          type="checkbox"
          id={id}
          name={name}
          value="true"
          aria-required={question.required !== false}
          disabled={disabled}
          checked={textOf(entry) === 'true'}
          onChange={(event) => onEdit(event.currentTarget.checked ? 'true' : '')}
          onBlur={() => onLeave(name)}
          {...described(name, Boolean(question.text), error)}
        />
        <span>{label}</span>
      </label>
      {question.help && <p className="f-help">{question.help}</p>}
      <Fault name={name} error={error} />
    </div>
  );
}

/** How many of so many stars. */
export function RatingQuestion(props: ControlProps) {
  const { say } = useEnv();
  const most = props.question.most ?? 5;
  const choices = Array.from({ length: most }, (_, index) => ({
    value: String(index + 1),
    label: String(index + 1),
    spoken: say('question.rating', { value: index + 1, most }),
  }));
  return (
    <div className="f-rating">
      <Radios {...props} choices={choices} inline />
    </div>
  );
}
