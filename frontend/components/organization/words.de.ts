import type { Words } from './words.en';

export const words: Words = {
  loading: 'Die Organisation wird geladen',
  notLoaded: 'Die Organisation konnte nicht geladen werden',
  facts: {
    name: 'Name',
    kept: 'Versuche und Ereignisse werden aufbewahrt für',
    days: (days: number) => `${days} Tage`,
  },
  form: {
    name: 'Name',
    nameHint: 'Er steht auf Formularen, in der Sendungsverfolgung und in Einladungen.',
    days: 'Versuche und Ereignisse aufbewahren (Tage)',
    daysHint: 'Von 1 bis 3650. Die Einsendungen selbst bleiben.',
    shorter: (days: string) =>
      `Versuche und Ereignisse, die älter als ${days} Tage sind, werden beim nächsten Aufräumen gelöscht und kommen nicht zurück.`,
    save: 'Speichern',
    saved: 'Gespeichert.',
    failed: 'Nichts wurde gespeichert',
  },
  leave: {
    title: (name: string) => `${name} verlassen`,
    consequences: (name: string) => [
      `Sie sehen ab sofort nichts mehr von ${name}. Nur eine Einladung bringt Sie zurück.`,
      'Offene Einladungen von Ihnen werden zurückgezogen. Was Sie getan haben, bleibt im Prüfprotokoll.',
    ],
    lastOne: 'Danach gehören Sie zu keiner Organisation; Ihre Anmeldung bleibt.',
    onlyOwner: 'Sind Sie der einzige Inhaber, müssen Sie zuerst {transfer}.',
    transfer: 'die Inhaberschaft übertragen',
    ask: 'Verlassen …',
    confirm: (name: string) => `Ja, ${name} verlassen`,
    stay: 'Bleiben',
    failed: 'Sie sind noch Mitglied',
  },
};
