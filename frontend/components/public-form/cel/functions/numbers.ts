import { CelScalar, celFunc, type CelFunc } from '@bufbuild/cel';
import { Failed } from '../failures';

const { BOOL, DOUBLE, DYN, INT } = CelScalar;

function ofDouble(name: string, compute: (value: number) => number): CelFunc {
  return celFunc(name, [DOUBLE], DOUBLE, (value) =>
    Number.isFinite(value) ? compute(value) : value,
  );
}

const halfAway = (value: number) => Math.sign(value) * Math.round(Math.abs(value));

function extreme(isBetter: (one: number | bigint, other: number | bigint) => boolean) {
  return (...given: unknown[]): number | bigint => {
    const first = given[0];
    const values = given.length === 1 && isList(first) ? [...first] : given;
    const isNumber = (each: unknown) => typeof each === 'number' || typeof each === 'bigint';
    if (values.length === 0 || !values.every(isNumber)) throw new Failed('of numbers');
    return (values as (number | bigint)[]).reduce((best, each) =>
      isBetter(each, best) ? each : best,
    );
  };
}

const isList = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value;

export const NUMBERS: CelFunc[] = [
  ofDouble('math.ceil', Math.ceil),
  ofDouble('math.floor', Math.floor),
  ofDouble('math.round', halfAway),
  ofDouble('math.trunc', Math.trunc),
  celFunc('math.abs', [DOUBLE], DOUBLE, Math.abs),
  celFunc('math.abs', [INT], INT, (value) => within(value < 0n ? -value : value)),
  celFunc('math.sign', [DOUBLE], DOUBLE, (value) => (Object.is(value, -0) ? 0 : Math.sign(value))),
  celFunc('math.sign', [INT], INT, (value) => (value > 0n ? 1n : value < 0n ? -1n : 0n)),
  celFunc('math.isNaN', [DOUBLE], BOOL, Number.isNaN),
  celFunc('math.isFinite', [DOUBLE], BOOL, Number.isFinite),
  celFunc('math.isInf', [DOUBLE], BOOL, (value) => Math.abs(value) === Infinity),
  ...[[DYN], [DYN, DYN], [DYN, DYN, DYN], [DYN, DYN, DYN, DYN]].flatMap((takes) => [
    celFunc(
      'math.greatest',
      takes,
      DYN,
      extreme((one, best) => one > best),
    ),
    celFunc(
      'math.least',
      takes,
      DYN,
      extreme((one, best) => one < best),
    ),
  ]),
];

function within(value: bigint): bigint {
  if (BigInt.asIntN(64, value) !== value) throw new Failed('at most 64 bits');
  return value;
}
