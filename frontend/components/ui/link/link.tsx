import NextLink from 'next/link';
import type { ComponentProps } from 'react';

/**
 * A way within the application. Next's own link loads and runs the script of each page that one in
 * view leads to, beside that of the page itself; here that begins when somebody points at it.
 */
export function Link(props: Omit<ComponentProps<typeof NextLink>, 'prefetch'>) {
  return <NextLink {...props} prefetch={false} />;
}
