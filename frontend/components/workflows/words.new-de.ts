import { number, plural } from '@/lib/words/amounts/plural';
import type { Words } from './words.new-en';

const counted = (count: number, one: string, other: string) =>
  plural(count, { one: `1 ${one}`, other: `${number(count)} ${other}` });

const hindering = (count: number) =>
  `${counted(count, 'Fehler verhindert', 'Fehler verhindern')} die Veröffentlichung`;

export const words: Words = {
  title: 'Ein neuer Workflow',
  lead: 'Beginnen Sie leer, mit eigenen Spalten oder einer Definition, oder mit der nächstliegenden Vorlage: Sie sagen, welches Ihrer Systeme was tut, sehen, was gesendet würde, und veröffentlichen.',
  others: '← Alle Anfänge',
  search: 'Vorlagen durchsuchen',
  loading: 'Die Vorlagen werden geladen',
  failed: 'Die Vorlagen konnten nicht geladen werden',
  templateFailed: 'Die Vorlage konnte nicht geladen werden',
  found: (count) => counted(count, 'Vorlage', 'Vorlagen'),
  nothing: {
    title: 'Keine Vorlage enthält diese Wörter',
    text: 'Versuchen Sie ein anderes Wort, etwa Bestellung oder Mail, oder nehmen Sie die nächstliegende Vorlage und ändern Sie sie später.',
  },
  unknown: {
    title: 'Diese Vorlage gibt es nicht',
    text: 'Vielleicht hieß sie in einer älteren Version anders. Wählen Sie eine aus der Liste.',
  },
  mayNot: {
    title: 'Workflows legen Admins an',
    text: 'Sie dürfen die vorhandenen ansehen. Bitten Sie eine Person mit der Rolle Admin um einen neuen.',
  },
  stepsOf: (name) => `Schritte von „${name}“`,
  sometimes: (system) => `${system}, manchmal`,
  lacking: (parts) => `Noch keine Verbindung für: ${parts.join(', ')}`,
  about: 'Über die Vorlage',
  route: 'Was geschieht',
  asks: 'Was gefragt wird',
  optional: (label) => `${label} (freiwillig)`,
  parts: {
    title: 'Ihre Systeme',
    label: (part, kinds) => `${part} (${kinds})`,
    choose: 'Verbindung wählen',
    needed: 'Wählen Sie eine Verbindung für diesen Teil, oder legen Sie eine an.',
    none: (kinds) => `Sie haben noch keine Verbindung zu ${kinds}.`,
    make: (kinds) => `Verbindung zu ${kinds} anlegen`,
  },
  blanks: { title: 'Ihre Werte' },
  naming: {
    title: 'Namen',
    name: 'Name des Workflows',
    slug: 'Kurzname',
    slugHint: 'Für Programme und Adressen: Kleinbuchstaben, Ziffern und Bindestriche.',
    address: 'Adresse des Formulars',
    addressHint: (url) => `Man öffnet es unter ${url}`,
  },
  trying: {
    title: 'Ausprobieren',
    lead: 'Zeigt die genauen Anfragen, die diese Antworten auslösen würden. Es wird nichts gesendet und nichts gespeichert.',
    answers: 'Antworten zum Ausprobieren',
    show: 'Zeigen, was gesendet würde',
    above: 'Berichtigen Sie zuerst, was oben markiert ist.',
    refused: 'Einige Antworten werden abgelehnt: Öffnen Sie sie oben.',
    noJson:
      'Das ist kein JSON. Vergleichen Sie Anführungszeichen, Kommas und Klammern mit dem Beispiel.',
    failed: 'Es konnte nicht ausprobiert werden',
    done: 'Das würde gesendet.',
  },
  finish: {
    title: 'Veröffentlichen',
    withForm:
      'Mit der Veröffentlichung öffnet sich das Formular für alle, die den Link haben, und Programme mit Schlüssel dürfen senden. Ein Entwurf nimmt nichts an, bis Sie ihn veröffentlichen.',
    withoutForm:
      'Mit der Veröffentlichung dürfen Programme mit Schlüssel senden. Ein Formular gibt es nicht. Ein Entwurf nimmt nichts an, bis Sie ihn veröffentlichen.',
    above: 'Einiges kann nicht so bleiben: Sehen Sie nach, was oben markiert ist.',
    faults: hindering,
    failed: 'Er konnte nicht angelegt werden',
    publish: 'Veröffentlichen',
    draft: 'Als Entwurf behalten',
  },
  pasted: {
    title: 'Eine eigene Definition',
    lead: 'Fügen Sie YAML oder JSON ein, wie „waybill init“ und „waybill export“ es schreiben. Es bleibt als Entwurf; veröffentlicht wird auf dessen Seite.',
    label: 'Definition',
    check: 'Prüfen',
    save: 'Als Entwurf behalten',
    fine: 'Daran ist nichts falsch: So könnte man es veröffentlichen.',
    faults: hindering,
    failed: 'Sie konnte nicht gespeichert werden',
  },
};
