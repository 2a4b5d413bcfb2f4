import { CelScalar, celFunc, listType, type CelFunc } from '@bufbuild/cel';
import { CODES } from './codes';
import { CONVERSIONS } from './conversions';
import * as decimals from './decimals';
import { MOMENTS } from './moments-table';
import { NUMBERS } from './numbers';
import { ORDER, TEXT_FUNCTIONS } from './texts-table';

const { DYN, INT, STRING } = CelScalar;

const DECIMALS: CelFunc[] = [
  celFunc('decimal.add', [DYN, DYN], STRING, decimals.add),
  celFunc('decimal.sum', [listType(DYN)], STRING, decimals.total),
  celFunc('decimal.subtract', [DYN, DYN], STRING, decimals.subtract),
  celFunc('decimal.multiply', [DYN, DYN], STRING, decimals.multiply),
  celFunc('decimal.divide', [DYN, DYN, INT], STRING, decimals.divide),
  celFunc('decimal.round', [DYN, INT], STRING, decimals.round),
  celFunc('decimal.compare', [DYN, DYN], INT, decimals.compare),
  celFunc('decimal.format', [DYN, INT, STRING, STRING], STRING, decimals.format),
];

/** What the browser knows of the dialect beside the language itself. The rest is the server's. */
export const FUNCTIONS: readonly CelFunc[] = [
  ...DECIMALS,
  ...TEXT_FUNCTIONS,
  ...ORDER,
  ...MOMENTS,
  ...CONVERSIONS,
  ...NUMBERS,
  ...CODES,
];
