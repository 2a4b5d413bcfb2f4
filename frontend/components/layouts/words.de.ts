import type { Words } from './words.en';

export const words: Words = {
  title: (page: string, whose = 'Waybill') => `${page} · ${whose}`,
  skip: 'Zum Inhalt springen',
  carriedBy: 'Zugestellt von {brand}',
  sections: 'Bereiche',
  accountFailed: 'Ihr Konto konnte nicht geladen werden',
  signOut: 'Abmelden',
  menu: 'Menü',
  find: 'Gehe zu oder suche',
  you: 'Ihre Einstellungen',
  switcher: {
    change: (organization: string) => `${organization}: Organisation wechseln`,
    title: 'Arbeiten für',
    failed: 'Sie sind noch da, wo Sie waren',
  },
};
