import { number, plural } from '@/lib/words/amounts/plural';
import type { Words } from './words.en';
import { words as detail } from './words.detail-de';
import { words as beginning } from './words.new-de';

const counted = (count: number, one: string, other: string) =>
  plural(count, { one: `1 ${one}`, other: `${number(count)} ${other}` });

export const words: Words = {
  copy: {
    copy: 'Kopieren',
    copied: 'Kopiert',
    refused: 'Nicht kopiert: bitte selbst markieren und kopieren',
  },
  faults: {
    form: 'Das Formular',
    workflow: 'Name und Betreff',
    line: (line) => `Zeile ${line}`,
    go: 'Dorthin',
  },
  state: {
    archived: 'Archiviert',
    draft: 'Entwurf, nicht aktiv',
    live: (version) => `Aktiv, Version ${version}`,
    changed: 'mit Änderungen, die noch nicht gelten',
  },
  form: {
    copyOf: (name) => `Link zum Formular „${name}“ kopieren`,
    code: 'QR-Code',
    codeOf: (name) => `QR-Code des Formulars „${name}“`,
    codeTitle: (name) => `QR-Code von „${name}“`,
    codeLabel: (name) => `QR-Code, der das Formular „${name}“ öffnet`,
    download: 'Als SVG herunterladen',
    print: 'Drucken',
    noForm: 'Dieser Workflow hat kein offenes Formular',
  },
  list: {
    title: 'Workflows',
    lead: 'Ein Workflow nimmt Formulare und Aufrufe an und liefert, was sie sagen, an Ihre Systeme, jedes genau einmal.',
    make: 'Neuer Workflow',
    loading: 'Die Workflows werden geladen',
    failed: 'Die Workflows konnten nicht geladen werden',
    stale: 'Die Liste konnte nicht erneuert werden: so war sie zuletzt',
    what: 'Workflows',
    noForm: 'Kein Formular',
    columns: {
      name: 'Workflow',
      state: 'Zustand',
      week: 'Letzte 7 Tage',
      month: 'Letzte 30 Tage',
      form: 'Formular',
      actions: 'Aktionen',
    },
    counts: {
      none: 'Nichts',
      accepted: (count) => counted(count, 'Einsendung', 'Einsendungen'),
      failed: (count) => `${number(count)} gescheitert`,
      needs: (count) => `${number(count)} brauchten einen Menschen`,
    },
    empty: {
      title: 'Noch keine Workflows',
      next: 'Ein Workflow ist ein Formular und der Weg dessen, was es sammelt: in Ihr ERP, Ihr CRM, eine E-Mail. „Neuer Workflow“ beginnt mit einer Vorlage, die Sie nur ausfüllen, mit den Spalten einer Tabelle oder leer.',
      ask: 'Eine Person mit der Rolle Admin legt sie an. Bitten Sie um einen Workflow, oder um die Rolle.',
    },
  },
  actions: {
    edit: 'Bearbeiten',
    editOf: (name) => `„${name}“ bearbeiten`,
    running: (count, exact) =>
      count === 0
        ? 'Keine Einsendung ist unterwegs.'
        : `${exact ? '' : 'Mindestens '}${counted(count, 'Einsendung ist', 'Einsendungen sind')} unterwegs. Was Sie hier auch wählen: Sie gehen zu Ende, wie sie begannen.`,
    open: 'Aktionen…',
    openOf: (name) => `Aktionen für „${name}“`,
    title: (name) => `Aktionen für „${name}“`,
    failed: 'Es wurde nichts geändert',
    leave: 'Nichts ändern',
    name: 'Name',
    slug: 'Kurzname',
    slugHint: 'In Adressen und für Programme: Kleinbuchstaben, Ziffern und Bindestriche.',
    copyOf: (name) => `Kopie von ${name}`.slice(0, 200),
    on: {
      title: 'Wieder einschalten',
      text: (version) =>
        `Veröffentlicht, was Version ${version} sagt, als neue Version. Das Formular öffnet sich unter seiner früheren Adresse, und Programme dürfen wieder senden.`,
      do: 'Einschalten',
      done: (name) => `„${name}“ ist wieder aktiv.`,
    },
    off: {
      title: 'Ausschalten',
      text: 'Er wird archiviert: Das Formular schließt, seine Adresse wird frei, und Programme bekommen einen Fehler. Was angenommen wurde, wird zu Ende zugestellt. Sie können ihn wieder einschalten.',
      do: 'Ausschalten',
      done: (name) => `„${name}“ ist archiviert und nimmt nichts mehr an.`,
    },
    rename: {
      title: 'Umbenennen',
      text: 'Das Formular bleibt unter seiner Adresse. Programme, die über den Kurznamen senden, müssen ab dann den neuen verwenden. Was läuft, läuft weiter.',
      choose: 'Umbenennen…',
      do: 'Jetzt umbenennen',
      done: (name) => `Er heißt jetzt „${name}“.`,
    },
    duplicate: {
      title: 'Duplizieren',
      text: 'Macht aus diesem den Entwurf eines neuen Workflows. Er hat keine Formularadresse und nimmt nichts an, bis er veröffentlicht wird.',
      choose: 'Duplizieren…',
      do: 'Kopie anlegen',
      done: (name) => `„${name}“ ist als Entwurf da.`,
    },
    remove: {
      title: 'Löschen',
      text: 'Nur solange nie etwas eingegangen ist: Dessen Geschichte verlöre ihren Sinn. Sonst schalten Sie ihn aus.',
      choose: 'Löschen…',
      sure: (name) =>
        `„${name}“ verschwindet mit Entwurf und allen Versionen. Niemand kann ihn zurückholen.`,
      do: 'Endgültig löschen',
      done: (name) => `„${name}“ wurde gelöscht.`,
    },
  },
  new: beginning,
  detail,
};
