import type { Words } from './permissions.en';

export const words: Words = [
  {
    label: 'Einsendungen',
    permissions: [
      ['submissions:create', 'An Workflows einsenden'],
      ['submissions:read', 'Einsendungen, Schritte und Ereignisse lesen'],
      ['submissions:read_sensitive', 'Die Werte vertraulicher Felder lesen'],
      ['submissions:operate', 'Erneut versuchen, fortsetzen, entscheiden und abbrechen'],
    ],
  },
  {
    label: 'Workflows und Verbindungen',
    permissions: [
      ['workflows:read', 'Workflows lesen'],
      ['workflows:manage', 'Workflows ändern und veröffentlichen'],
      ['connections:read', 'Verbindungen und ihren Zustand lesen'],
      ['connections:operate', 'Verbindungen anhalten und fortsetzen'],
      ['connections:manage', 'Verbindungen und ihre Zugangsdaten ändern'],
      ['callbacks:read', 'Callback-Endpunkte und was gesendet wurde lesen'],
      ['callbacks:manage', 'Callback-Endpunkte und ihre Geheimnisse ändern'],
      ['alerts:read', 'Warnungen lesen'],
      ['alerts:operate', 'Warnungen bestätigen und stummschalten'],
      ['alerts:manage', 'Regeln und Wege von Warnungen ändern'],
    ],
  },
  {
    label: 'Organisation',
    permissions: [
      ['members:read', 'Lesen, wer die Mitglieder sind'],
      ['members:manage', 'Mitglieder einladen und entfernen, Rollen ändern'],
      ['keys:manage', 'Schlüssel und Clients anlegen, erneuern und widerrufen'],
      ['audit:read', 'Das Prüfprotokoll lesen'],
      ['privacy:manage', 'Die Daten einer Person exportieren und löschen'],
      ['organization:manage', 'Die Organisation ändern'],
      ['organization:transfer', 'Die Organisation einem anderen Inhaber übergeben'],
    ],
  },
];
