import type { Reading } from '../model/reads';
import { words as all } from '../words';

/** What of a step uses another one, in words. */
export function partsOf({ inputs, when, ordering }: Reading): string[] {
  const words = all.reading;
  return [
    ...inputs.map(words.input),
    ...(when ? [words.when] : []),
    ...(ordering ? [words.ordering] : []),
  ];
}
