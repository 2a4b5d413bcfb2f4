import { createContext, useContext } from 'react';
import { idOf } from '../answers/names';
import type { Entry } from '../answers/typed';
import type { Choice, Form, Question } from '../form';
import type { Plain } from '../plain/plain';
import type { Say } from '../words';

/** What the controls of a form share. */
export type Env = {
  form: Form;
  say: Say;
  countries: Choice[];
  /** Whether a script works the page: what needs one is then there. */
  scripted: boolean;
  /** What the form carries along where no script works it. */
  plain: Plain;
  disabled: boolean;
  hidden: ReadonlySet<string>;
  calculated: ReadonlyMap<string, unknown>;
  /** What is wrong with the answer of this name, or undefined. */
  errorOf: (name: string) => string | undefined;
  /** Somebody is done with this answer for now. */
  onLeave: (name: string) => void;
  /** Says something aloud, after whatever is being read. */
  tell: (text: string) => void;
  ticket: () => Promise<string>;
  onUploading: (name: string, count: number) => void;
};

export const EnvContext = createContext<Env | null>(null);

/** Throws outside a form. */
export function useEnv(): Env {
  const env = useContext(EnvContext);
  if (env === null) throw new Error('A question stands in a form.');
  return env;
}

export type ControlProps = {
  question: Question;
  /** Of the control, and the path of the answer: `lines.0.part`. */
  name: string;
  entry: Entry | undefined;
  onEdit: (entry: Change) => void;
};

/** A new entry, or how it follows from the one that is there: a browser fills in several at once. */
export type Change = Entry | ((current: Entry | undefined) => Entry);

/** What a control says of itself to assistive technology. */
export function described(name: string, help: boolean, error: string | undefined) {
  const ids = [help ? `${idOf(name)}-help` : '', error ? `${idOf(name)}-error` : ''];
  const joined = ids.filter(Boolean).join(' ');
  return {
    ...(joined ? { 'aria-describedby': joined } : {}),
    ...(error ? { 'aria-invalid': true as const } : {}),
  };
}
