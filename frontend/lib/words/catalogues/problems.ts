import { inEachLanguage, type Language } from '../languages';
import { words as en, type Words } from './problems.en';

/**
 * In English until the console brings the rest (`lib/words/console.ts`): the public pages have the
 * words of their server, and carry no others.
 */
export const catalogue: Record<Language, Words> = { en, de: en };

export const words = inEachLanguage(catalogue);
