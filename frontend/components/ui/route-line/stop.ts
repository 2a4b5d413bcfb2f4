import type { ReactNode } from 'react';
import type { State } from '@/lib/words/catalogues/states/states';

/** One stop of a route: one step, at one system. */
export type Stop = {
  key: string;
  title: string;
  system: ReactNode;
  state: State;
  /** Replaces the state's own word where the reader cannot act on it. */
  word?: string | undefined;
  sentence?: string | null;
  record?: string | null;
  recordUrl?: string | null;
  reason?: string | null;
  nextAttemptAt?: string | null;
  finishedAt?: string | null;
  /** Anything the page wants to hang below the stop, such as its attempts. */
  detail?: ReactNode;
};
