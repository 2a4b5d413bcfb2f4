import type { Words } from './states.en';

const step = {
  upcoming: 'Als Nächstes',
  transit: 'Unterwegs',
  waiting: 'Wartet',
  delivered: 'Zugestellt',
  needs: 'Braucht Sie',
  failed: 'Fehlgeschlagen',
  cancelled: 'Abgebrochen',
  skipped: 'Übersprungen',
};

export const words: Words = { step, submission: { ...step, upcoming: 'Angenommen' } };
