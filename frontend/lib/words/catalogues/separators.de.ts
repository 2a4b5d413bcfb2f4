import type { Words } from './separators.en';

export const words: Words = {
  label: 'Zwischen den Zellen',
  comma: 'Komma',
  semicolon: 'Semikolon, wo Zahlen ein Dezimalkomma haben',
  tab: 'Tabulator',
};
