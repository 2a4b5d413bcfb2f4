import type { Words } from './words.en';

export const words: Words = {
  label: 'Braucht Aufmerksamkeit',
  more: 'Alle offenen Warnungen',
};
