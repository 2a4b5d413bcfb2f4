import { idOf, nameOf } from '../answers/names';
import { partsIn, partsOf } from '../answers/typed';
import { Options } from './choice';
import { described, useEnv, type ControlProps } from './env';
import { Fault, FieldSet } from './frame';

/** What browsers fill in. */
const COMPLETE: Record<string, string> = {
  street: 'street-address',
  more: 'address-line2',
  postcode: 'postal-code',
  city: 'address-level2',
  region: 'address-level1',
  country: 'country',
};
const OPTIONAL = new Set(['more', 'region']);

/** A postal address, part by part. */
export function AddressQuestion({ question, name, entry, onEdit }: ControlProps) {
  const { say, disabled, errorOf, onLeave, countries } = useEnv();
  const parts = partsIn(entry);
  const choices = question.choices ?? countries;
  const edit = (part: string, text: string) =>
    onEdit((current) => ({ ...partsIn(current), [part]: text }));
  return (
    <FieldSet question={question} name={name}>
      <div className="f-address">
        {partsOf('address').map((part) => {
          const own = nameOf(name, part);
          const error = errorOf(own);
          const optional = OPTIONAL.has(part) || question.required === false;
          const label = say(`address.${part}`);
          const shared = {
            className: 'f-input',
            id: idOf(own),
            name: own,
            disabled,
            autoComplete: question.sensitive ? 'off' : COMPLETE[part],
            'aria-required': !optional,
            value: parts[part] ?? '',
            onChange: (event: { currentTarget: { value: string } }) =>
              edit(part, event.currentTarget.value),
            onBlur: () => onLeave(own),
            ...described(own, false, error),
          };
          return (
            <div key={part} className={`f-${part}`} data-invalid={error ? true : undefined}>
              <label className="f-part" htmlFor={idOf(own)}>
                {OPTIONAL.has(part) ? say('question.optional', { label }) : label}
              </label>
              {part === 'country' ? (
                <select {...shared} className="f-input f-select">
                  <option value="">{say('question.choose')}</option>
                  <Options choices={choices} />
                </select>
              ) : (
                <input type="text" {...shared} />
              )}
              <Fault name={own} error={error} />
            </div>
          );
        })}
      </div>
    </FieldSet>
  );
}
