import { number, plural } from '@/lib/words/amounts/plural';
import { longDate } from '@/lib/words/amounts/time';
import type { Words } from './words.en';

function kept(days: number | null): string {
  if (days === null) return 'unbegrenzt';
  return plural(days, { one: '1 Tag lang', other: `${days} Tage lang` });
}

export const words: Words = {
  kept,
  title: 'Wie lange Einsendungen aufbewahrt werden',
  lead: 'Gezählt ab dem Tag, an dem eine Einsendung zu Ende war. Danach löscht Waybill sie ganz: Antworten, Schritte, Belege, Ereignisse, Callbacks und Dateien. Was zugestellt wurde, bleibt in den anderen Systemen, und das Prüfprotokoll behält die Anzahl.',
  loading: 'Es wird geladen, wie lange Einsendungen aufbewahrt werden',
  notLoaded: 'Wie lange Einsendungen aufbewahrt werden, konnte nicht geladen werden',
  done: (name: string, days: number | null) =>
    `„${name}“ wird von jetzt an ${kept(days)} aufbewahrt.`,
  what: 'Workflows',
  empty: {
    title: 'Noch keine Workflows',
    text: 'Was Sie oben sagen, gilt für jeden, den Sie veröffentlichen.',
  },
  list: {
    columns: { workflow: 'Workflow', kept: 'Aufbewahrt', change: 'Ändern' },
    everyone: 'Alle Workflows',
    unlessOtherwise: 'wenn sie nichts anderes sagen',
    asAll: 'wie alle Workflows',
    ownWord: 'sagt es selbst',
    change: 'Ändern …',
    changeOf: (name: string) => `Ändern, wie lange „${name}“ aufbewahrt wird`,
  },
  dialog: {
    title: (name: string) => `Wie lange „${name}“ aufbewahrt wird`,
    kept: 'Aufbewahrt',
    forGood: 'Unbegrenzt',
    asAll: (days: number | null) => `Wie alle Workflows: ${kept(days)}`,
    limited: 'Eine Anzahl von Tagen',
    days: 'Tage nach dem Ende der Einsendung',
    range: (most: number) => `Von 1 bis ${most}.`,
    wrong: (most: number) => `Eine ganze Zahl von 1 bis ${most}.`,
    failed: 'Nichts wurde geändert',
    keep: (days: number | null) =>
      days === null ? 'Unbegrenzt aufbewahren' : `${kept(days)} aufbewahren`,
    save: 'Speichern',
    leave: 'Nichts ändern',
  },
  affected: {
    nothing: 'Es wird nichts mehr gelöscht.',
    notCounted: 'Wie viele Einsendungen das löscht, konnte nicht gezählt werden',
    counting: 'Es wird gezählt, was das löscht …',
    none: (day: Date) =>
      `Keine Einsendung endete vor dem ${longDate(day)}, also wird jetzt nichts gelöscht.`,
    some: (count: number, more: boolean, day: Date) => {
      const many = plural(count, {
        one: '1 Einsendung',
        other: `${number(count)} Einsendungen`,
      });
      return `${more ? `Mehr als ${many}` : many} mit einem Ende vor dem ${longDate(day)}: Das wird innerhalb von sechs Stunden gelöscht. Niemand kann es zurückholen.`;
    },
  },
};
