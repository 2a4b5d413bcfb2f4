import type { PrivacyRequestOut } from '@/lib/api/model';
import { number, plural } from '@/lib/words/amounts/plural';
import type { Words } from './words.en';

const submissions = (count: number) =>
  plural(count, { one: '1 Einsendung', other: `${number(count)} Einsendungen` });

export const words: Words = {
  parts: { found: 'Was gefunden wurde', requests: 'Suchen' },
  find: {
    label: 'Eine Person finden',
    hint: 'Über ihre E-Mail-Adresse oder über das Kennzeichen dessen, was sie eingesendet hat.',
    example: 'ada@example.com oder WB-7K3M9QXD01',
    wrong: 'Weder eine E-Mail-Adresse noch ein Kennzeichen.',
    button: 'Finden',
    failed: 'Die Suche hat nicht begonnen',
  },
  statuses: {
    searching: 'Sucht',
    found: 'Gefunden',
    erasing: 'Löscht',
    waiting: 'Wartet',
    erased: 'Gelöscht',
    expired: 'Vergessen',
  },
  sentences: {
    searching: ({ looked_at: seen, total }: PrivacyRequestOut) =>
      `Es wird gesucht: bisher ${number(seen)} von etwa ${submissions(total)}.`,
    found: ({ found }: PrivacyRequestOut) =>
      found === 0 ? 'Über diese Person ist nichts gespeichert.' : `${submissions(found)} gefunden.`,
    erasing: ({ erased, found }: PrivacyRequestOut) =>
      `Es wird gelöscht: ${number(erased)} von ${submissions(found)}.`,
    waiting: ({ erased }: PrivacyRequestOut) =>
      `${submissions(erased)} gelöscht. Der Rest ist noch unterwegs.`,
    erased: ({ erased }: PrivacyRequestOut) =>
      `${submissions(erased)} gelöscht. Zustände, Zeiten und Anzahlen blieben.`,
    expired: () =>
      'Eine Woche ist vergangen, und um wen es ging, ist vergessen. Suchen Sie bei Bedarf noch einmal.',
  },
  person: {
    loading: 'Die Suche wird geladen',
    notLoaded: 'Die Suche konnte nicht geladen werden',
    forgotten: 'Eine Person, die hier vergessen ist',
    waiting: (references: string[]) =>
      `Noch unterwegs, und erst gelöscht, wenn sie zu Ende sind: ${references.join(', ')}.`,
    export: 'Als JSON exportieren',
    columns: {
      workflow: 'Workflow',
      submissions: 'Einsendungen',
      onTheirWay: 'Unterwegs',
      mentions: 'In anderen erwähnt',
    },
  },
  erase: {
    ask: 'Diese Person löschen …',
    form: 'Diese Person löschen',
    title: 'Was geschieht',
    consequences: [
      'Alle Antworten, und was gesendet und geantwortet wurde, werden ersetzt. Niemand kann sie zurückholen.',
      'IDs, Zustände, Zeiten, Anzahlen und die Nummern von Datensätzen in anderen Systemen bleiben.',
      'Was noch unterwegs ist, wird zuerst zugestellt und danach gelöscht.',
      'Was schon zugestellt ist, bleibt in jenen Systemen: Löschen Sie es auch dort.',
      'Sicherungskopien behalten es, bis sie überschrieben werden.',
    ],
    confirm: (subject: string) => `Geben Sie zur Bestätigung ${subject} ein`,
    button: 'Endgültig löschen',
    keep: 'Alles behalten',
    failed: 'Nichts wurde gelöscht',
  },
  requests: {
    title: 'Suchen und Löschungen',
    notLoaded: 'Frühere Suchen konnten nicht geladen werden',
    none: {
      title: 'Noch wurde nach niemandem gesucht',
      text: 'Wenn jemand fragt, was Sie über ihn speichern, finden Sie ihn oben.',
    },
    forgotten: 'Vergessen',
    counts: (found: number, erased: number) => `${found} gefunden, ${erased} gelöscht`,
  },
};
