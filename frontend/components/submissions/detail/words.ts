import { inEachLanguage } from '@/lib/words/languages';
import { words as de } from './words.de';
import { words as en } from './words.en';

/** What the page of one submission says. */
export const words = inEachLanguage({ en, de });
