import type { Words } from './words.en';

export const words: Words = {
  paused: '{system} wurde {since} angehalten. Jemand muss die Verbindung fortsetzen.',
  pausedBy: '{system} wurde {since} von {who} angehalten. Jemand muss die Verbindung fortsetzen.',
  refused:
    '{system} hat unsere Anmeldung {since} abgelehnt. Jemand muss die Zugangsdaten berichtigen und die Verbindung fortsetzen.',
  breaker: '{system} antwortet nicht richtig. Waybill sieht {until} wieder nach.',
  breakerNow:
    '{system} hat nicht richtig geantwortet. Jetzt geht ein Versuch ab und entscheidet über die anderen.',
  throttled: '{system} hat um weniger Anfragen gebeten. Es geht {until} weiter.',
  rate: '{system} nimmt nur eine begrenzte Menge auf einmal an. Es geht von selbst weiter.',
  backoff: '{system} konnte es nicht annehmen. Nächster Versuch {until}.',
  backoffNow: '{system} konnte es nicht annehmen. Der nächste Versuch ist jetzt fällig.',
  noWorker: 'Kein Worker bedient diese Warteschlange. Wer Waybill betreibt, muss einen starten.',
  order: 'Eine frühere Einsendung derselben Reihe kommt zuerst. Danach geht es weiter.',
  dependency: 'Ein früherer Schritt kommt zuerst.',
  turn: 'Als Nächstes an der Reihe bei {system}.',
};
