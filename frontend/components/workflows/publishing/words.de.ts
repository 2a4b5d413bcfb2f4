import { number, plural } from '@/lib/words/amounts/plural';
import type { Words } from './words.en';

const counted = (count: number, one: string, other: string) =>
  plural(count, { one: `1 ${one}`, other: `${number(count)} ${other}` });
const named = (labels: string[]) => labels.map((each) => `„${each}“`).join(', ');

export const words: Words = {
  title: (name) => `„${name}“ veröffentlichen`,
  failed: 'Was die Veröffentlichung bedeutet, konnte nicht geladen werden',
  notPublished: 'Es wurde nichts veröffentlicht',
  changes: 'Was sich ändert',
  first: 'Er war noch nie veröffentlicht: Version 1 beginnt mit allem, was darin steht.',
  unread: 'Der Entwurf ist noch nicht in Teilen lesbar; was sich ändert, lässt sich nicht sagen.',
  means: 'Was es bedeutet',
  running: {
    none: 'Keine Einsendung ist unterwegs.',
    some: (count, version, exact) =>
      `${exact ? '' : 'Mindestens '}${counted(count, 'Einsendung ist', 'Einsendungen sind')} unterwegs. ${count === 1 ? 'Sie endet auf der Version, mit der sie begann' : 'Sie enden auf der Version, mit der sie begannen'}, etwa Version ${version}.`,
  },
  forms: {
    opens: 'Das Formular öffnet sich an seiner Adresse für alle, die den Link haben.',
    goesOn: (version) =>
      `Seiten des Formulars, die jetzt offen sind, dürfen noch einen Tag lang gesendet werden und zählen nach Version ${version}. Danach wird gebeten, das Formular neu zu öffnen.`,
    moved: (before, after) =>
      `Das Formular zieht von /f/${before} nach /f/${after}. Verteilte Links und Codes führen nicht mehr dorthin.`,
    closes: (before) =>
      `Das Formular unter /f/${before} schließt: Der Entwurf hat keine Formularadresse.`,
    none: 'Er hat kein Formular: Nur Programme senden an ihn.',
  },
  programs: {
    first: 'Programme mit API-Schlüssel dürfen an ihn senden.',
    fine: 'Programme, die jetzt senden, können so weitermachen: Keine Frage wurde Pflicht, fiel weg oder wechselte die Art.',
    required: (labels) =>
      `Programme, die ${named(labels)} nicht senden, werden abgelehnt: jetzt Pflicht.`,
    removed: (labels) =>
      `Programme, die noch ${named(labels)} senden, werden abgelehnt: nicht mehr gefragt.`,
    kinds: (labels) =>
      `Programme müssen ${named(labels)} vielleicht anders senden: eine andere Art von Frage.`,
  },
  faults: (count) =>
    `${counted(count, 'Fehler verhindert', 'Fehler verhindern')} die Veröffentlichung`,
  why: 'Warum',
  whyHint: 'Für die anderen, in der Liste der Versionen. Es darf leer bleiben.',
  do: 'Veröffentlichen',
  leave: 'Jetzt nicht',
  done: {
    title: (name) => `„${name}“ ist aktiv`,
    text: (version) => `Version ${version} nimmt ab jetzt Einsendungen an.`,
    next: 'Wie es weitergeht',
    share: 'Teilen: Links mit ausgefüllten Antworten, eigene Seite, Programme',
    watch: 'Sehen, was eingeht',
    close: 'Fertig',
  },
};
