import { useDeferredValue, type ReactNode } from 'react';

type Props = {
  /** What stands there until then, as high as it. */
  meanwhile?: ReactNode;
  children: ReactNode;
};

/**
 * What a page shows below its first screen. It is drawn after what is seen first, piece by piece, so
 * that a slow phone can answer its reader in between.
 */
export function Later({ meanwhile = null, children }: Props) {
  const here = useDeferredValue(true, false);
  return here ? children : meanwhile;
}
