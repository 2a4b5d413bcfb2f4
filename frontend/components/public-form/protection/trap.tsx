import type { RefObject } from 'react';

/**
 * A field for programs that fill in everything. People never meet it: it is out of sight, out of
 * the keyboard's order, and not there for screen readers.
 */
type Props = { input: RefObject<HTMLInputElement | null>; label: string };

export function Trap({ input, label }: Props) {
  return (
    <div className="f-unseen" aria-hidden="true">
      <label>
        {label}
        <input ref={input} type="text" name="website" tabIndex={-1} autoComplete="off" />
      </label>
    </div>
  );
}
