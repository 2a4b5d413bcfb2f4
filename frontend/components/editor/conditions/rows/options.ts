import { COMPARISONS, type As, type Comparison, type Row } from '../../expressions/condition';
import type { Item, Type } from '../../scope/model/item';

export type Option = { as: As; is: Comparison };

const AS: Partial<Record<Type, As[]>> = {
  text: ['text'],
  int: ['int'],
  double: ['double'],
  decimal: ['decimal'],
  bool: ['bool'],
  moment: ['moment'],
  texts: ['list'],
  files: ['count'],
  rows: ['count'],
};
/** Dates and times are texts, whose order is that of time. */
const IN_TIME: Option[] = [{ as: 'text', is: 'is' }, { as: 'text', is: 'isNot' }, ...of('day')];

function of(as: As): Option[] {
  return COMPARISONS[as].map((is) => ({ as, is }));
}

/** How an item can be compared. */
export function optionsOf(item: Item): Option[] {
  const own =
    item.type === 'day' || item.type === 'time'
      ? IN_TIME
      : (AS[item.type] ?? []).flatMap((as) => of(as));
  // Of what is always there, this says nothing, except of what has no other comparison.
  return item.optional || own.length === 0 ? [...own, ...of('there')] : own;
}

/** A condition on an item, before anything is said. */
export function startOf(item: Item): Row {
  const [first = { as: 'there', is: 'given' } as Option] = optionsOf(item);
  return { path: item.path, ...first, values: [], guarded: false };
}

export const EMPTY: Row = { path: [], as: 'there', is: 'given', values: [], guarded: false };
