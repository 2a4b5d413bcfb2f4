import { number } from '@/lib/words/amounts/plural';
import type { Words } from './words.en';

type Ended = Parameters<Words['work']['ended']>[1];

const counted = ({ total, done }: Ended) =>
  done === undefined || total === undefined ? '' : `, ${number(done)} von ${number(total)}`;

const refused = ({ refused = 0 }: Ended) => (refused === 0 ? '' : `; ${number(refused)} abgelehnt`);

export const words: Words = {
  title: (page: string, whose = 'Waybill') => `${page} · ${whose}`,
  skip: 'Zum Inhalt springen',
  carriedBy: 'Zugestellt von {brand}',
  sections: 'Bereiche',
  accountFailed: 'Ihr Konto konnte nicht geladen werden',
  closed: {
    title: 'Diese Seite dürfen Sie nicht öffnen',
    text: 'Ihre Rolle erlaubt es nicht. Wer die Organisation besitzt oder verwaltet, kann Ihnen eine andere geben.',
  },
  signOut: 'Abmelden',
  menu: 'Menü',
  find: 'Suchen',
  findKeys: 'Strg K',
  you: 'Ihre Einstellungen',
  offline:
    'Es gibt kein Netz. Was Sie sehen, ist vielleicht alt; es wird neu gelesen, sobald das Netz wieder da ist.',
  switcher: {
    change: (organization: string) => `${organization}: Organisation wechseln`,
    title: 'Arbeiten für',
    failed: 'Sie sind noch da, wo Sie waren',
  },
  palette: {
    placeholder: 'Eine Seite, ein Kennzeichen, eine E-Mail-Adresse …',
    goTo: 'Gehe zu',
    act: 'Tun',
    setting: (name: string) => `Einstellungen: ${name}`,
    workFor: (organization: string) => `Für ${organization} arbeiten`,
    light: 'Zu hellen Farben wechseln',
    dark: 'Zu dunklen Farben wechseln',
    speak: (language: string) => `Sprache: ${language}`,
    searching: 'Es wird gesucht …',
    nothing:
      'Nichts heißt so. Versuchen Sie ein Kennzeichen, eine E-Mail-Adresse oder den Anfang eines Namens.',
  },
  keys: { title: 'Tasten dieser Seite', help: 'Diese Tasten zeigen' },
  leave: {
    title: 'Ohne Speichern verlassen?',
    text: 'Was Sie auf dieser Seite geändert haben, ist noch nicht gespeichert.',
    stay: 'Hier bleiben',
    leave: 'Verlassen und Änderungen verlieren',
  },
  work: {
    ended: (what: string, state: Ended) =>
      `${what}: ${state.status === 'stopped' ? 'angehalten' : 'fertig'}${counted(state)}${refused(state)}.`,
    look: 'Ergebnis ansehen',
  },
};
