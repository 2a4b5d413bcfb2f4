import type { Separator } from '@/lib/api/model';
import { inEachLanguage, language } from '../languages';
import { words as de } from './separators.de';
import { words as en } from './separators.en';

export const SEPARATOR_WORDS = inEachLanguage({ en, de });

/** A spreadsheet's usual separator where the reader lives: German ones want a semicolon. */
export const usualSeparator = (): Separator => (language() === 'de' ? 'semicolon' : 'comma');
