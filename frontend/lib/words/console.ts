import { language, tag, type Language } from './languages';
import { words as germanProblems } from './catalogues/problems.de';
import { catalogue } from './catalogues/problems';
import { ENGLISH, type Spoken } from './spoken';
import { step as germanStep } from './catalogues/states/states.de';

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
