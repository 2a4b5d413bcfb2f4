import type { Say } from '../words';
import { OWN, type Plain } from './plain';

type Props = { plain: Plain; version: number };

/**
 * The controls that a form without script is sent with besides its answers. The button comes first
 * in the form, because it is the first one that the Enter key presses.
 */
export function Carried({ plain, version }: Props) {
  const values = {
    [OWN.version]: String(version),
    [OWN.key]: plain.key,
    [OWN.ticket]: plain.ticket,
    [OWN.hidden]: plain.hidden.join(' '),
  };
  return (
    <>
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className="f-unseen" tabIndex={-1} aria-hidden="true" />
    </>
  );
}

/** What the server says of the form as a whole, before all else. */
export function Notice({ plain, say }: { plain: Plain; say: Say }) {
  if (!plain.notice) return null;
  return (
    <div className="f-summary" role="alert">
      <p>{plain.notice}</p>
      {plain.requestId && (
        <p className="f-request">{say('fault.request', { id: plain.requestId })}</p>
      )}
    </div>
  );
}

/** Draws the form anew with the questions that the answers open, and what they give. */
export function Update({ say }: { say: Say }) {
  return (
    <button type="submit" className="f-button" name={OWN.act} value="update">
      {say('update')}
    </button>
  );
}
