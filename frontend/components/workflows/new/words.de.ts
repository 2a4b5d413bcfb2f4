import { number, plural } from '@/lib/words/amounts/plural';
import type { Words } from './words.en';

export const words: Words = {
  ways: {
    title: 'Anders beginnen',
    blank: {
      title: 'Mit einem leeren Workflow',
      text: 'Fragen und Schritte fügen Sie im Editor hinzu.',
    },
    table: {
      title: 'Mit den Spalten einer Tabelle',
      text: 'Eine CSV-Datei oder nur ihre erste Zeile: Aus jeder Spalte wird eine Frage.',
    },
    definition: {
      title: 'Mit einer Definition',
      text: 'YAML oder JSON, von Kollegen, einem Programm oder „waybill export“ geschrieben.',
    },
    templates: 'Oder mit einer Vorlage beginnen',
  },
  names: {
    name: 'Name des Workflows',
    slug: 'Kurzname',
    slugHint: 'Für Programme und Adressen: Kleinbuchstaben, Ziffern und Bindestriche.',
    hasForm: 'Menschen füllen ein Formular aus',
    hasFormHint: (url) => `Nach der Veröffentlichung öffnet man es unter ${url}`,
    noFormHint: 'Ohne Formular senden nur Programme mit API-Schlüssel.',
    languages: 'Sprachen des Formulars',
    languagesHint:
      'Sie schreiben seine Texte in jeder davon. Die erste erscheint, wo keine andere passt.',
    oneAtLeast: 'Wählen Sie mindestens eine Sprache.',
    failed: 'Er konnte nicht angelegt werden',
  },
  blank: {
    title: 'Ein leerer Workflow',
    lead: 'Er bleibt ein Entwurf und nimmt nichts an, bis Sie ihn veröffentlichen. Dafür braucht er mindestens eine Frage und einen Schritt.',
    make: 'Anlegen und im Editor öffnen',
  },
  table: {
    title: 'Ein Workflow aus den Spalten einer Tabelle',
    lead: 'Geben Sie eine CSV-Datei an, oder fügen Sie ihre ersten Zeilen ein. Nichts wird hochgeladen: Ihr Browser liest die Spalten, und nur die Fragen darunter werden gespeichert.',
    file: 'CSV-Datei',
    pasted: 'Oder die erste Zeile einfügen, gern mit einigen Datenzeilen',
    pastedHint:
      'Spalten dürfen durch Komma, Strichpunkt, Tabulator oder senkrechten Strich getrennt sein.',
    read: (columns, rows) =>
      plural(columns, { one: '1 Spalte', other: `${number(columns)} Spalten` }) +
      ` und ${plural(rows, { one: '1 Zeile', other: `${number(rows)} Zeilen` })} gelesen.`,
    none: 'Keine Spalte hat einen Namen. Die erste Zeile muss die Spalten benennen.',
    tooMany: (most) => `Nur die ersten ${number(most)} Spalten wurden übernommen.`,
    unreadable:
      'Die Datei ließ sich nicht lesen. Speichern Sie sie als CSV und versuchen Sie es noch einmal.',
    questions: 'Fragen',
    columns: {
      column: 'Spalte',
      label: 'Frage',
      kind: 'Art',
      required: 'Pflicht',
      like: 'Zum Beispiel',
    },
    labelOf: (column) => `Frage für „${column}“`,
    kindOf: (column) => `Art von „${column}“`,
    requiredOf: (column) => `„${column}“ ist Pflicht`,
    required: 'Pflicht',
    unnamed: (at) => `Spalte ${at}`,
    nothing: 'Alle Spalten sind weggelassen. Behalten Sie mindestens eine.',
    nameless: 'Schreiben Sie, was gefragt wird.',
    choices: (values) => `Auswahl: ${values.join(', ')}`,
    make: 'Anlegen und im Editor öffnen',
    kinds: {
      omit: 'Weglassen',
      text: 'Text',
      multiline: 'Langer Text',
      email: 'E-Mail-Adresse',
      phone: 'Telefonnummer',
      url: 'Webadresse',
      date: 'Datum',
      integer: 'Ganze Zahl',
      decimal: 'Zahl mit Nachkommastellen',
      boolean: 'Ja oder nein',
      country: 'Land',
      choice: 'Auswahl',
    },
  },
};
