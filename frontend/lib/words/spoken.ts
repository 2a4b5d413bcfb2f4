import { createContext, useContext } from 'react';
import { STEP_WORDS, type State } from './states';

/** What the shared parts of a page say, in one language. */
export type Spoken = {
  /** Tag (BCP 47), for numbers and times. */
  language: string;
  /** Of something that happened a moment ago. */
  justNow: string;
  nextTry: string;
  record: string;
  states: Readonly<Record<State, string>>;
};

export const ENGLISH: Spoken = {
  language: 'en-GB',
  justNow: 'just now',
  nextTry: 'Next try {time}',
  record: 'Record {record}',
  states: STEP_WORDS,
};

/** The pages of organizations are in English; those of their visitors say otherwise. */
export const SpokenContext = createContext<Spoken>(ENGLISH);

export const useSpoken = () => useContext(SpokenContext);
