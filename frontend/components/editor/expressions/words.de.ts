import type { words as en } from './words.en';

export const words: typeof en = {
  gives: (value) => `Mit dem Beispiel ergibt das: ${value}`,
  absent: 'Mit dem Beispiel ergibt das nichts: Es wird weggelassen.',
  noValue: (reason) => `Mit dem Beispiel gibt es keinen Wert: ${reason}`,
  failed: 'Es ließ sich nicht prüfen.',
};
