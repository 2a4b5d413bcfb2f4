import type { Path } from '../../expressions/nodes';

/** What a value is, as far as choices must know: how it is compared, and where it fits. */
export type Type =
  | 'text'
  | 'int'
  | 'double'
  | 'decimal'
  | 'bool'
  | 'day'
  | 'time'
  | 'moment'
  | 'texts'
  | 'files'
  | 'rows'
  | 'record'
  | 'anything';

/** Something that can be picked. `optional`: it may be absent, or something on the way to it. */
export type Item = {
  path: Path;
  label: string;
  /** For words: the kind of its question, or its type. */
  kind: string;
  type: Type;
  optional: boolean;
  choices?: { value: string; label: string }[];
  /** The parts of a record, or of each row. */
  parts?: Item[];
};

/** Where items come from: the form, a step, the submission. */
export type Group = { key: string; label: string; items: Item[]; hint?: string };

/** All items, parts of records included; not those of rows, which are many. */
export const flat = (items: readonly Item[]): Item[] =>
  items.flatMap((each) => [each, ...(each.type === 'rows' ? [] : flat(each.parts ?? []))]);

export const itemsOf = (groups: readonly Group[]): Item[] =>
  flat(groups.flatMap((each) => each.items));

export const findItem = (groups: readonly Group[], path: Path): Item | undefined => {
  const wanted = path.join('.');
  return itemsOf(groups).find((each) => each.path.join('.') === wanted);
};
