import { number, plural } from '@/lib/words/amounts/plural';
import type { Words } from './words.en';

const counted = (count: number, one: string, other: string) =>
  plural(count, { one: `1 ${one}`, other: `${number(count)} ${other}` });

export const words: Words = {
  opening: {
    title: 'Workflow bearbeiten',
    lead: 'Sein Formular, seine Schritte und was jeder von ihnen sendet. Was Sie ändern, wird von selbst als Entwurf gespeichert. Wirksam wird es erst, wenn Sie es veröffentlichen.',
  },
  failed: 'Der Workflow konnte nicht zum Bearbeiten geöffnet werden',
  unknown: {
    title: 'Diesen Workflow gibt es nicht',
    text: 'Er wurde umbenannt oder gelöscht, oder er gehört einer anderen Organisation. Die Liste zeigt alle, die es gibt.',
  },
  viewer: {
    title: 'Sie dürfen diesen Workflow ansehen, aber nicht ändern',
    text: 'Bitten Sie einen Eigentümer oder Admin der Organisation um eine Rolle, die Workflows verwalten darf.',
  },
  bar: {
    label: 'Bearbeiten',
    undo: 'Rückgängig',
    redo: 'Wiederholen',
    parts: 'Teile',
    text: 'YAML',
    view: 'Darstellung',
    publish: 'Veröffentlichen …',
  },
  saving: {
    saved: 'Als Entwurf gespeichert',
    live: 'So ist es veröffentlicht',
    unsaved: 'Noch nicht gespeichert',
    saving: 'Wird gespeichert …',
    offline:
      'Waybill antwortet nicht. Es bleibt in diesem Browser und wird gespeichert, sobald es wieder antwortet.',
    refused: 'Nicht gespeichert, nur in diesem Browser behalten',
    restored: 'Was dieser Browser von Ihrem letzten Besuch behalten hat, ist enthalten.',
  },
  others: {
    you: 'Sie haben dies noch in einem anderen Tab offen.',
    also: (names: string) =>
      `${names} bearbeitet dies auch. Was Sie beide ändern, wird zusammengeführt.`,
  },
  route: {
    label: 'Was geschieht',
    workflow: 'Name und Betreff',
    form: 'Das Formular',
    formText: (count: number) => counted(count, 'Frage', 'Fragen'),
    faults: (count: number) => counted(count, 'Problem', 'Probleme'),
  },
  panes: {
    label: 'Teile des Editors',
    route: 'Überblick',
    edit: 'Bearbeiten',
    result: 'Ergebnis',
    form: 'Das Formular, live',
    preview: 'Was gesendet würde',
  },
  workflow: {
    title: 'Name und Betreff',
    name: 'Name des Workflows',
    nameHelp: 'Für Sie und Ihre Kollegen.',
    subject: 'Wie eine Einsendung heißt',
    subjectHelp: 'Das steht in Listen, in E-Mails und auf der Verfolgungsseite: „Acme Ltd“.',
  },
  problems: {
    none: 'Nichts steht der Veröffentlichung im Weg.',
    checking: 'Wird geprüft …',
    some: (count: number) =>
      plural(count, {
        one: '1 Problem steht der Veröffentlichung im Weg',
        other: `${number(count)} Probleme stehen der Veröffentlichung im Weg`,
      }),
    line: (line: number) => `Zeile ${line}`,
    plain: {
      noQuestion: 'Das Formular fragt noch nichts: fügen Sie eine Frage hinzu.',
      noStep: 'Noch wird nichts gesendet: fügen Sie einen Schritt hinzu.',
      noRowQuestion: 'In den Zeilen wird noch nichts gefragt: fügen Sie dort eine Frage hinzu.',
    },
  },
  document: {
    label: 'Der Workflow als YAML',
    text: 'Derselbe Workflow als Text. Was Sie hier ändern, ändert sich überall; Kommentare bleiben.',
    broken: (line: number | null) =>
      line === null
        ? 'Das ist noch nicht als Workflow lesbar. Berichtigen Sie es oder machen Sie es rückgängig; dann sind die Teile wieder da.'
        : `Zeile ${line} ist noch nicht lesbar. Berichtigen Sie sie oder machen Sie es rückgängig; dann sind die Teile wieder da.`,
    toLine: (line: number) => `Zu Zeile ${line}`,
    toParts: 'Die Teile zeigen',
  },
  preview: {
    lead: 'Die genauen Anfragen für diese Antworten. Es wird nichts gesendet.',
    sample: 'Antworten zum Ausprobieren',
    example: 'Ein Beispiel ausfüllen',
    typed:
      'Füllen Sie das Formular unter „Das Formular, live“ aus, nehmen Sie ein Beispiel oder die Antworten einer früheren Einsendung.',
    of: (reference: string) => `Die Antworten von ${reference}`,
    take: 'Die einer früheren Einsendung nehmen',
    taken: 'Frühere Einsendungen',
    none: 'Es wurde noch nichts eingesendet. Füllen Sie stattdessen das Formular aus.',
    failed: 'Frühere Einsendungen konnten nicht geladen werden',
    answersFailed: 'Diese Antworten konnten nicht geladen werden',
    masked: 'Sensible Antworten sind verdeckt und werden weggelassen.',
    json: 'Alle Antworten, als JSON',
    badJson: 'Das ist noch kein JSON-Objekt. Prüfen Sie Anführungszeichen, Kommas und Klammern.',
    refused: 'Das Formular würde diese Antworten ablehnen, also würde nichts gesendet:',
    stale:
      'Das ist von vor Ihren letzten Änderungen. Es wird erneuert, sobald deren Probleme gelöst sind.',
    waiting: 'Was gesendet würde, steht hier, sobald es Antworten zum Ausprobieren gibt.',
    faulty: 'Was gesendet würde, steht hier, sobald die Probleme oben gelöst sind.',
  },
  clash: {
    title: 'Jemand anders hat dieselbe Stelle geändert',
    lead: 'Alles andere wurde zusammengeführt. Entscheiden Sie bei jeder dieser Stellen; bis dahin wird nichts gespeichert.',
    mine: 'Ihres',
    theirs: 'Das andere',
    removed: 'entfernt',
    keepMine: 'Ihres behalten',
    takeTheirs: 'Das andere nehmen',
    whole: 'Der ganze Text',
    done: 'Weiter',
  },
};
