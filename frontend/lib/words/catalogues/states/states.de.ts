import type { Words } from './states.en';

export const step: Words['step'] = {
  upcoming: 'Als Nächstes',
  transit: 'Unterwegs',
  waiting: 'Wartet',
  delivered: 'Zugestellt',
  needs: 'Braucht Sie',
  failed: 'Fehlgeschlagen',
  cancelled: 'Abgebrochen',
  skipped: 'Übersprungen',
};

export const submission: Words['submission'] = {
  upcoming: 'Angenommen',
  transit: 'Unterwegs',
  waiting: 'Wartet',
  delivered: 'Zugestellt',
  needs: 'Braucht Sie',
  failed: 'Fehlgeschlagen',
  cancelled: 'Abgebrochen',
  skipped: 'Übersprungen',
};

export const words: Words = { step, submission };
