import type { ComponentProps } from 'react';
import { buttonClass, type Looks } from './looks';

type Props = ComponentProps<'button'> & Looks & { loading?: boolean };

/** A button of the pages that load little; it cannot be pressed while it is `loading`. */
export function Button({ loading = false, quiet, small, disabled, children, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      className={buttonClass({ quiet, small })}
      disabled={loading || disabled}
      aria-busy={loading || undefined}
    >
      <span className="button-label">{children}</span>
    </button>
  );
}
