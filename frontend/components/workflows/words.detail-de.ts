import { number, plural } from '@/lib/words/plural';
import type { Words } from './words.detail-en';

const counted = (count: number, one: string, other: string) =>
  plural(count, { one: `1 ${one}`, other: `${number(count)} ${other}` });

const hindering = (count: number) =>
  `${counted(count, 'Fehler verhindert', 'Fehler verhindern')} die Veröffentlichung`;

export const words: Words = {
  head: 'Der Workflow',
  failed: 'Der Workflow konnte nicht geladen werden',
  unknown: {
    title: 'Diesen Workflow gibt es nicht',
    text: 'Er wurde umbenannt oder gelöscht, oder er gehört einer anderen Organisation. Die Liste nennt die vorhandenen.',
  },
  made: {
    live: (name) => `„${name}“ ist aktiv.`,
    draft: (name) => `„${name}“ bleibt als Entwurf. Er nimmt noch nichts an.`,
  },
  route: 'Was mit einer Einsendung geschieht',
  routeFailed: 'Die Schritte konnten nicht geladen werden',
  noSteps: 'Der Entwurf ist noch nicht lesbar: Seine Schritte sind nicht bekannt.',
  after: (titles) => `nach ${titles.map((each) => `„${each}“`).join(', ')}`,
  onlyIf: 'nur wenn',
  form: 'Das Formular',
  programs: 'Senden',
  notLive: 'Nichts ist aktiv: Es wird nichts angenommen.',
  noPage: 'Er hat kein Formular: Nur Programme senden an ihn.',
  api: 'Programme senden mit einem API-Schlüssel an {address}. {docs}',
  docs: 'Seine eigene Dokumentation',
  embed: {
    title: 'In die eigene Seite einbauen',
    text: 'Nennen Sie zuerst Ihre Website unter „Schutz des Formulars“. Dann setzen Sie dies dorthin, wo das Formular stehen soll:',
    label: 'HTML des Formulars',
    copy: 'HTML kopieren',
  },
  draft: {
    title: 'Änderungen, die noch nicht gelten',
    text: (version) =>
      `Version ${version} nimmt Einsendungen an. Mit der Veröffentlichung gelten diese Änderungen für neue; was unterwegs ist, endet, wie es begann.`,
    first:
      'Dieser Workflow ist gespeichert und nimmt noch nichts an. Die Veröffentlichung öffnet sein Formular und lässt Programme senden.',
    publish: 'Veröffentlichen',
    discard: 'Änderungen verwerfen…',
    sure: 'Endgültig verwerfen',
    faults: hindering,
  },
  changes: {
    label: 'Was sich ändert',
    none: 'Nichts, was Einsendungen betrifft.',
    failed: 'Was sich ändert, konnte nicht geladen werden',
  },
  versions: {
    title: 'Versionen',
    loading: 'Die Versionen werden geladen',
    failed: 'Die Versionen konnten nicht geladen werden',
    columns: {
      number: 'Version',
      state: 'Zustand',
      published: 'Veröffentlicht',
      why: 'Was sich geändert hat',
      actions: 'Aktionen',
    },
    number: (version) => `Version ${version}`,
    live: 'Aktiv',
    replaced: 'Abgelöst',
    by: (name) => `von ${name}`,
    restores: (version) => `Holt Version ${version} zurück.`,
    first: 'Die erste',
    changed: (version) => `Verglichen mit Version ${version}`,
    empty: {
      title: 'Nie veröffentlicht',
      text: 'Die Veröffentlichung des Entwurfs macht Version 1.',
    },
    restore: {
      choose: 'Wieder veröffentlichen…',
      chooseOf: (version) => `Wieder veröffentlichen… Version ${version}`,
      title: (version) => `Zurück zu Version ${version}`,
      text: 'Was sie sagt, wird eine neue Version und gilt sofort. Was unterwegs ist, endet auf seiner eigenen. Ein Entwurf bleibt, wie er ist.',
      faults: 'So kann sie nicht mehr veröffentlicht werden',
      do: (version) => `Version ${version} wieder veröffentlichen`,
      done: (version, made) => `Was Version ${version} sagt, gilt jetzt als Version ${made}.`,
    },
  },
  protection: {
    title: 'Schutz des Formulars',
    lead: 'Gegen Programme, die Formulare ausfüllen. Er gilt für alle Versionen, binnen einer halben Minute.',
    notLoaded: 'Der Schutz konnte nicht geladen werden',
    failed: 'Es wurde nichts geändert',
    honeypot: 'Eine Falle, die Menschen nicht sehen',
    honeypotHint: 'Wer ein verstecktes Feld ausfüllt, wird abgelehnt. Besucher kostet es nichts.',
    proof: 'Eine Aufgabe für den Browser',
    proofHint: 'Etwa eine Sekunde Rechenzeit vor dem Senden. Sie braucht JavaScript.',
    seconds: 'Kürzeste Zeit zum Ausfüllen',
    secondsHint: 'Sekunden vom Öffnen bis zum Senden, 0 bis 60. 0: beliebig.',
    origins: 'Websites, die das Formular zeigen dürfen',
    originsHint:
      'Eine je Zeile, wie der Browser sie zeigt. Leer: Es darf von überall gesendet werden und steht in keiner anderen Seite.',
    originsExample: 'https://www.example.com',
    save: 'Speichern',
    saved: 'Gespeichert.',
  },
};
