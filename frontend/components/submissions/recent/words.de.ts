import { number, plural } from '@/lib/words/amounts/plural';
import type { Words } from './words.en';

export const words: Words = {
  way: (running) =>
    running === 0
      ? 'Sammelaktionen'
      : plural(running, {
          one: 'Eine Sammelaktion läuft',
          other: `${number(running)} Sammelaktionen laufen`,
        }),
};
