import type { Language } from './languages';

/** Each in itself, so that whoever reads only it finds it. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', de: 'Deutsch' };
