import { createContext, useContext } from 'react';
import type { State } from './catalogues/states/states';
import { step } from './catalogues/states/states.en';

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
  states: step,
};

/** English, where nobody says otherwise: the console does, and so do the pages of visitors. */
export const SpokenContext = createContext<Spoken>(ENGLISH);

export const useSpoken = () => useContext(SpokenContext);
