import type { Words } from './words.en';

export const words: Words = {
  lead: 'Wie Waybill mit Ihnen spricht. Das gilt für Ihr Konto, auf jedem Gerät, auf dem Sie sich anmelden.',
  form: 'Sprache und Zeitzone',
  loading: 'Ihre Einstellungen werden geladen',
  notLoaded: 'Ihre Einstellungen konnten nicht geladen werden',
  language: 'Sprache',
  timeZone: 'Zeitzone',
  timeZoneHint: 'Alle Zeiten, die Sie sehen, gelten in dieser Zone. Niemand sonst sieht sie.',
  asBrowser: (now: string) => `Wie dieser Browser: ${now}`,
  save: 'Speichern',
  saved: 'Gespeichert. So spricht Waybill von jetzt an mit Ihnen.',
  failed: 'Nichts wurde gespeichert',
  now: 'Jetzt ist es für Sie {time}.',
};
