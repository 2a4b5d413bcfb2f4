import { idOf, nameOf } from '../answers/names';
import { partsIn } from '../answers/typed';
import { described, useEnv, type ControlProps } from '../questions/env';
import { Fault, FieldSet } from '../questions/frame';
import { DrawingPad } from './drawing-pad';

/** A typed name, which signs by itself, and a drawing for those who can and like to. */
export function SignatureQuestion({ question, name, entry, onEdit }: ControlProps) {
  const { say, disabled, errorOf, onLeave, scripted } = useEnv();
  const parts = partsIn(entry);
  const edit = (part: string, text: string) =>
    onEdit((current) => ({ ...partsIn(current), [part]: text }));
  const own = nameOf(name, 'name');
  const error = errorOf(own);
  const id = idOf(own);
  return (
    <FieldSet question={question} name={name} note={say('signature.hint')}>
      <div data-invalid={error ? true : undefined}>
        <label className="f-part" htmlFor={id}>
          {say('signature.name')}
        </label>
        <input
          className="f-input"
          id={id}
          name={own}
          type="text"
          autoComplete="name"
          aria-required={question.required !== false}
          disabled={disabled}
          value={parts.name ?? ''}
          onChange={(event) => edit('name', event.currentTarget.value)}
          onBlur={() => onLeave(own)}
          {...described(own, false, error)}
        />
        <Fault name={own} error={error} />
      </div>
      {scripted && (
        <DrawingPad
          path={parts.path ?? ''}
          disabled={disabled}
          onDraw={(path) => edit('path', path)}
        />
      )}
    </FieldSet>
  );
}
