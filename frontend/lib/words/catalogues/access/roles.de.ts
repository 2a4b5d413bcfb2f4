import type { Words } from './roles.en';

export const words: Words = {
  viewer: {
    name: 'Beobachter',
    article: 'Beobachter',
    may: 'Sieht Einsendungen, Workflows, Verbindungen und Mitglieder. Vertrauliche Antworten bleiben verdeckt. Ändert nichts.',
    you: 'Sie werden Einsendungen, Workflows und Verbindungen sehen, vertrauliche Antworten verdeckt, und nichts ändern.',
  },
  operator: {
    name: 'Operator',
    article: 'Operator',
    may: 'Sieht auch vertrauliche Antworten, sendet ein, versucht erneut, setzt fort und bricht ab, und hält Verbindungen an.',
    you: 'Sie werden Einsendungen mit allen Antworten sehen und dürfen einsenden, erneut versuchen, fortsetzen und abbrechen.',
  },
  admin: {
    name: 'Admin',
    article: 'Admin',
    may: 'Verwaltet auch Workflows, Verbindungen, Callbacks, Schlüssel und Mitglieder bis zum Admin, und liest das Prüfprotokoll.',
    you: 'Sie werden sich um Zustellungen, Workflows, Verbindungen, Schlüssel und Mitglieder kümmern und das Prüfprotokoll lesen.',
  },
  owner: {
    name: 'Inhaber',
    article: 'Inhaber',
    may: 'Ernennt auch Inhaber und überträgt die Inhaberschaft. Es gibt immer mindestens einen.',
    you: 'Sie werden alles dürfen, bis hin zur Übertragung der Inhaberschaft.',
  },
};
