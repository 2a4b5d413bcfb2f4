import type { Words } from './words.en';

export const words: Words = {
  close: 'Schließen',
  breadcrumbs: 'Wo Sie sind',
  stopped: {
    title: 'Diese Seite funktioniert nicht mehr',
    text: 'Was Sie gesendet haben, ist sicher: Eine Einsendung ist gespeichert, sobald sie angenommen wurde. Laden Sie die Seite neu, um weiterzumachen.',
    again: 'Neu laden',
  },
  part: {
    title: (what: string) => `${what}: Dieser Teil funktioniert nicht mehr`,
    text: 'Der Rest der Seite funktioniert weiter. Versuchen Sie es noch einmal. Bleibt es so, laden Sie die Seite neu, oder sagen Sie es den Betreibern von Waybill.',
  },
  error: {
    unknown: 'Auf dieser Seite ist etwas fehlgeschlagen. Versuchen Sie es noch einmal.',
    request: 'Anfrage {id}',
    again: 'Noch einmal versuchen',
  },
  pager: {
    label: 'Seiten',
    first: 'Zurück zum Anfang',
    next: (what: string) => `Weitere ${what}`,
    newest: 'Neueste',
    older: 'Ältere',
  },
  colours: {
    both: 'Hell oder dunkel',
    light: 'Zu hellen Farben wechseln',
    dark: 'Zu dunklen Farben wechseln',
  },
  foreseen: {
    result: 'Was gesendet würde',
    notes: 'Was man vorher nicht wissen kann',
    fates: {
      sent: 'Würde gesendet',
      skipped: 'Nicht bei diesen Antworten',
      failed: 'Würde scheitern',
    },
    skipped: {
      condition: 'Seine Bedingung trifft nicht zu.',
      needs: 'Alle Schritte, auf die er wartet, werden übersprungen.',
    },
    noted: {
      samples:
        'Was ein Schritt späteren gibt, ist hier ein Beispiel, in spitzen Klammern: «…». Bedingungen, die davon abhängen, können anders ausgehen.',
      files: 'Dateien werden nicht angesehen: Namen, Größen und Prüfsummen sind hier Beispiele.',
      lists:
        'Antworten aus einem verbundenen System wurden mit dem verglichen, was es zuletzt sagte; es wurde nicht gefragt.',
    },
    headers: 'Kopfzeilen',
    decoded: 'Was kodierte Parameter sagen',
    body: 'Inhalt',
    cut: 'Der Rest wird hier weggelassen.',
  },
};
