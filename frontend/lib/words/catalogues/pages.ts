import { inEachLanguage } from '../languages';
import { words as de } from './pages.de';
import { words as en } from './pages.en';

export const words = inEachLanguage({ en, de });
