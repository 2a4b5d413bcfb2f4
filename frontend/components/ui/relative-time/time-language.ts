import { createContext } from 'react';

/** How a page says times: its language (BCP 47), and the word for this very moment. */
export type TimeLanguage = { language: string; now: string };

export const TimeLanguageContext = createContext<TimeLanguage>({
  language: 'en',
  now: 'just now',
});
