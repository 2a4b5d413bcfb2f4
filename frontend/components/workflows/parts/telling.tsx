import { createContext, type ReactNode } from 'react';
import type { DifferenceOut } from '@/lib/api/model';

/**
 * Tells differences as entries of a list. A page brings along what has the words of the editor;
 * without it they are told in those of the API.
 */
export const Telling = createContext<(difference: DifferenceOut) => ReactNode>(({ changes }) =>
  changes.map((change, index) => <li key={index}>{change}</li>),
);

/** Tells when a step of a definition is taken, likewise; without it as the expression was written. */
export const TellingWhen = createContext<(definition: unknown, when: string) => ReactNode>(
  (_, when) => <code>{when}</code>,
);
