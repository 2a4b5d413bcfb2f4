import type { ReactNode } from 'react';

/**
 * Stands in for `markdown-to-jsx/react`, which react-jsonschema-form imports (28 kB gzipped) for help
 * texts in Markdown. Waybill's help texts are plain, so plain is how they are shown.
 */
export function Markdown({ children }: { children?: ReactNode }) {
  return <>{children}</>;
}
