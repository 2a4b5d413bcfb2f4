import type { words as en } from './words.en';

export const words: typeof en = {
  gives: (value) => `Mit dem Beispiel ergibt das: ${value}`,
  absent: 'Mit dem Beispiel ergibt das nichts: Es wird weggelassen.',
  noValue: (reason) => `Mit dem Beispiel gibt es keinen Wert: ${reason}`,
  noSample: 'Was es ergibt, steht hier, sobald es Antworten zum Ausprobieren gibt.',
  failed: 'Es ließ sich gerade nicht prüfen.',
};
