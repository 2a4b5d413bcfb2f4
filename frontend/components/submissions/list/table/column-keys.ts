/** Every column of the list, in its order. */
export const COLUMN_KEYS = [
  'reference',
  'about',
  'workflow',
  'state',
  'error',
  'steps',
  'source',
  'received',
  'changed',
] as const;

export type ColumnKey = (typeof COLUMN_KEYS)[number];

export const USUAL_COLUMNS: ColumnKey[] = ['reference', 'about', 'state', 'steps', 'received'];

/** The ways to a submission and to what it is. */
export const FIXED_COLUMNS: ReadonlySet<ColumnKey> = new Set(['reference', 'about', 'state']);
