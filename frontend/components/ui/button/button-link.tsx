import type { ReactNode } from 'react';
import { buttonClass, type Looks } from './looks';

type Props = Looks & { href: string; children: ReactNode };

/** A link that looks like a button: the way on from a page that runs no script. */
export function ButtonLink({ href, quiet, small, children }: Props) {
  return (
    <a href={href} className={buttonClass({ quiet, small })}>
      {children}
    </a>
  );
}
