import { samePath, type Path } from './nodes';

/**
 * How a value is compared. `day`: texts such as 2026-01-31 and 08:30, in whose order they are;
 * `moment`: by its day, where the person was; `count`: how many there are; `there`: of any kind.
 */
export type As =
  'text' | 'int' | 'double' | 'decimal' | 'day' | 'moment' | 'bool' | 'list' | 'count' | 'there';

export const COMPARISONS = {
  text: ['is', 'isNot', 'oneOf', 'contains', 'startsWith'],
  int: ['is', 'isNot', 'more', 'least', 'less', 'most'],
  double: ['is', 'isNot', 'more', 'least', 'less', 'most'],
  decimal: ['is', 'more', 'least', 'less', 'most'],
  day: ['more', 'least', 'less', 'most'],
  moment: ['is', 'more', 'least', 'less', 'most'],
  bool: ['yes', 'no'],
  list: ['includes'],
  count: ['is', 'more', 'least', 'less', 'most'],
  there: ['given', 'notGiven'],
} as const satisfies Record<As, readonly string[]>;

export type Comparison = (typeof COMPARISONS)[As][number];

/** One comparison. `guarded`: the answer may be absent, which this comparison must look at first. */
export type Row = {
  path: Path;
  as: As;
  is: Comparison;
  /** As it is typed; of `oneOf` several. */
  values: string[];
  guarded: boolean;
};

/** Rows of which all or any must hold; a group inside is the other way round. */
export type Condition = { all: boolean; rows: (Row | Row[])[] };

const NEEDS_NOTHING = new Set<Comparison>(['given', 'notGiven', 'yes', 'no']);
export const takesValue = (is: Comparison): boolean => !NEEDS_NOTHING.has(is);

/** Whether an absent answer can be compared as it is: it equals nothing. */
export const takesAbsent = ({ as, is }: Pick<Row, 'as' | 'is'>): boolean =>
  as === 'bool' || as === 'there' || (EXACT.has(as) && (is === 'is' || is === 'isNot'));
const EXACT = new Set<As>(['text', 'int', 'double', 'day']);

const SHAPES: Partial<Record<As, RegExp>> = {
  int: /^-?\d{1,15}$/,
  double: /^-?\d{1,15}(\.\d{1,15})?$/,
  decimal: /^-?\d{1,30}(\.\d{1,15})?$/,
  count: /^\d{1,4}$/,
  moment: /^\d{4}-\d{2}-\d{2}$/,
};

/** Whether enough is said to write it. */
export function isComplete({ path, as, is, values }: Row): boolean {
  if (path.length < 2) return false;
  if (!takesValue(is)) return true;
  const shape = SHAPES[as];
  const given = values.filter(Boolean);
  return given.length > 0 && given.every((each) => shape?.test(each) ?? true);
}

/** Without rows of which not enough is said, and groups as reading would give them. */
export function settled(condition: Condition): Condition | null {
  const rows = condition.rows
    .map((each) => (Array.isArray(each) ? each.filter(isComplete) : each))
    .filter((each) => (Array.isArray(each) ? each.length > 0 : isComplete(each)))
    .map((each) => (Array.isArray(each) && each.length === 1 ? (each[0] as Row) : each));
  const [only] = rows;
  if (rows.length === 1 && Array.isArray(only)) return { all: !condition.all, rows: only };
  if (rows.length === 1) return { all: true, rows };
  return rows.length > 0 ? { all: condition.all, rows } : null;
}

export const rowsOf = ({ rows }: Condition): Row[] => rows.flat();

/** With each row looking first where the answer may be absent; `undefined`: nobody knows. */
export function withGuards(
  condition: Condition,
  mayBeAbsent: (path: Path) => boolean | undefined,
): Condition {
  const guard = (row: Row): Row => ({
    ...row,
    guarded: (mayBeAbsent(row.path) ?? row.guarded) && !takesAbsent(row),
  });
  const rows = condition.rows.map((each) => (Array.isArray(each) ? each.map(guard) : guard(each)));
  return { ...condition, rows };
}

export const isGuardOf = (guard: Row, row: Row): boolean =>
  guard.is === 'given' && samePath(guard.path, row.path) && !takesAbsent(row);
