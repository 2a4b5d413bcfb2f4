import type { Literal } from '../../expressions/literals';
import type { Pick } from '../../expressions/picks';
import type { Treatment } from '../../expressions/treatments';
import type { Item, Type } from '../../scope/model/item';
import type { Input } from '../schema/inputs';

/** Where a picked value goes. `text`: among other words; `row`: into a record of a list. */
export type Target = { input: Input; within: 'whole' | 'text' | 'row' };

const FITS: Partial<Record<Input['takes'], readonly Type[]>> = {
  int: ['int', 'anything'],
  double: ['int', 'double', 'decimal', 'anything'],
  bool: ['bool', 'anything'],
  texts: ['texts', 'anything'],
  record: ['record', 'anything'],
};
const IN_TEXT: readonly Type[] = [
  ...(['text', 'int', 'double', 'decimal', 'bool', 'day', 'time', 'moment'] as const),
  ...(['texts', 'files', 'anything'] as const),
];

/** Whether an item can be made into what is needed. */
export function fits(item: Item, { input, within }: Target): boolean {
  const isText = input.takes === 'text' || input.takes === 'scalar';
  // In a record of a list, nothing can be written for these where they are absent.
  const isList = ['texts', 'files', 'rows'].includes(item.type) && !isText;
  const isNeeded = item.type === 'record' && (input.required || !isNullable(item));
  if (within === 'row' && item.optional && (isList || isNeeded)) return false;
  if (within === 'text' || isText) {
    return IN_TEXT.includes(item.type);
  }
  return FITS[input.takes]?.includes(item.type) ?? true;
}

/** What must be done to an item so that it fits. */
function needed(item: Item, { input, within }: Target): Treatment[] {
  const isText = within === 'text' || input.takes === 'text' || input.takes === 'scalar';
  if (isText && item.type === 'texts') return [{ do: 'join', between: ', ' }];
  if (isText && item.type === 'files') return [{ do: 'names', between: ', ' }];
  const isScalar = ['int', 'double', 'bool'].includes(item.type);
  const mustBeText = input.takes === 'text' || (within === 'text' && item.optional);
  if (isScalar && isText && mustBeText) return [{ do: 'text' }];
  if (input.takes === 'double' && item.type === 'decimal' && !input.decimal) {
    return [{ do: 'number' }];
  }
  return [];
}

/** A fresh pick of an item, that the checker takes. */
export const pickFor = (item: Item, target: Target): Pick =>
  settledPick({ path: item.path, also: [], treatments: needed(item, target) }, item, target);

type Tables = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What comes out of a pick. */
export function resultType(pick: Pick, item: Item, tables: Tables = {}): Type {
  return pick.treatments.reduce<Type>((type, each) => {
    if (each.do === 'whole') return 'int';
    if (each.do === 'number') return 'double';
    if (each.do !== 'lookup') return 'text';
    const values = Object.values(tables[each.table] ?? {});
    if (values.length === 0) return typeof each.otherwise === 'number' ? 'int' : 'text';
    return values.every((value) => Number.isInteger(value))
      ? 'int'
      : type === 'int'
        ? 'int'
        : 'text';
  }, item.type);
}

export function emptyOf(type: Type): Literal | null {
  if (type === 'int') return 0;
  if (type === 'double') return { double: 0 };
  if (type === 'bool') return false;
  return ['texts', 'files', 'rows', 'record', 'anything'].includes(type) ? null : '';
}

/** Whether the checker takes nothing in its place: it is itself optional, and not only its whole. */
export const isNullable = ({ path }: Item): boolean => path.length === 2;

const sameKind = (one: Literal, other: Literal): boolean => typeof one === typeof other;

/** With what is sent for an absent answer, where something must be. */
export function settledPick(pick: Pick, item: Item, target: Target, tables: Tables = {}): Pick {
  const { otherwise, ...rest } = pick;
  if (!item.optional) return rest;
  const empty = emptyOf(resultType(pick, item, tables));
  if (typeof otherwise === 'object' && empty !== null && sameKind(otherwise.value, empty)) {
    return pick;
  }
  const canLeaveOut = target.within === 'whole' && !target.input.required;
  if (canLeaveOut && typeof otherwise !== 'object') {
    const isGuarded = pick.treatments.length > 0 && pick.also.length === 0;
    if (pick.treatments.length === 0) return rest;
    if (isGuarded) return { ...rest, otherwise: 'nothing' };
  }
  const mayBeNull = target.within === 'row' && !target.input.required && isNullable(item);
  if (mayBeNull && pick.treatments.length === 0 && pick.also.length === 0) {
    return { ...rest, otherwise: 'null' };
  }
  return empty === null ? rest : { ...rest, otherwise: { value: empty } };
}

const ON_TEXT: Treatment['do'][] = ['trim', 'upper', 'lower', 'first', 'lookup'];

/** What can be done to a value, by what it is now. */
export function treatmentsFor(type: Type, isText: boolean): Treatment['do'][] {
  if (type === 'day') return ['date', ...(isText ? ON_TEXT : [])];
  if (type === 'moment') return ['moment'];
  if (type === 'text' || type === 'time') return ON_TEXT;
  return [];
}

export function freshTreatment(kind: Treatment['do'], table: string, number: boolean): Treatment {
  switch (kind) {
    case 'first':
      return { do: kind, length: 50 };
    case 'date':
      return { do: kind, pattern: 'dd.MM.yyyy' };
    case 'moment':
      return { do: kind, pattern: 'dd.MM.yyyy HH:mm', zone: null };
    case 'lookup':
      return { do: kind, table, otherwise: number ? 0 : '' };
    case 'join':
    case 'names':
      return { do: kind, between: ', ' };
    default:
      return { do: kind };
  }
}
