import { language, tag, type Language } from './languages';
import { words as germanProblems } from './problems.de';
import { catalogue } from './problems';
import { ENGLISH, type Spoken } from './spoken';
import { step as germanStep } from './states.de';

catalogue.de = germanProblems;

const SPOKEN: Record<Language, Omit<Spoken, 'language'>> = {
  en: ENGLISH,
  de: {
    justNow: 'gerade eben',
    nextTry: 'Nächster Versuch {time}',
    record: 'Datensatz {record}',
    states: germanStep,
  },
};

/** What the shared parts say in the console, in the language that it speaks now. */
export const consoleWords = (): Spoken => ({ ...SPOKEN[language()], language: tag() });
