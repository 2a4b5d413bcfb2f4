import { inEachLanguage } from '@/lib/words/languages';
import { words as de } from './words.de';
import { words as en } from './words.en';

export const words = inEachLanguage({ en, de });
