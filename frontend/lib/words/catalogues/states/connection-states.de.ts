import type { Words } from './connection-states.en';

export const words: Words = {
  working: 'Funktioniert',
  paused: 'Angehalten',
  refused: 'Anmeldung abgelehnt',
  broken: 'Antwortet nicht',
  probing: 'Wird versucht',
  cooling: 'Bat um Geduld',
  failing: 'Test fehlgeschlagen',
  untested: 'Noch nicht getestet',
};
