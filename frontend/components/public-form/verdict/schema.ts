import { Validator, type OutputUnit, type Schema as AnySchema } from '@cfworker/json-schema';
import type { Answer, Fault, Json, Path, Schema } from './form';

const CODES: Record<string, (limit: unknown) => Pick<Fault, 'code' | 'values'>> = {
  type: (type) => ({ code: TYPES[String(type)] ?? 'text' }),
  minLength: (count) =>
    count === 1 ? { code: 'needed' } : { code: 'too_short', values: { count } },
  maxLength: (count) => ({ code: 'too_long', values: { count } }),
  minItems: (count) => (count === 1 ? { code: 'needed' } : { code: 'too_few', values: { count } }),
  maxItems: (count) => ({ code: 'too_many', values: { count } }),
  minimum: (least) => ({ code: 'least', values: { least } }),
  maximum: (most) => ({ code: 'most', values: { most } }),
  pattern: () => ({ code: 'pattern' }),
  required: () => ({ code: 'needed' }),
  false: () => ({ code: 'unknown' }),
};
const TYPES: Record<string, string> = {
  string: 'text',
  integer: 'integer',
  boolean: 'boolean',
  array: 'list',
  object: 'group',
};
const kept = new WeakMap<Schema, Validator>();

/** Which sentence says that a value is not of a type of JSON. */
export const typeCode = (type: string): string => TYPES[type] ?? 'text';

/** The value if its JSON Schema takes it. `own`: the form's words for a pattern that is missed. */
export function judged(value: Json, schema: Schema, own?: string | null): Answer {
  const found = kept.get(schema) ?? new Validator(schema as AnySchema, '2020-12', false);
  kept.set(schema, found);
  const { valid, errors } = found.validate(value);
  if (valid) return { value };
  const faults = errors.flatMap((unit) => told(unit, schema, own));
  const seen = new Set<string>();
  const first = faults.filter(({ at }) => {
    const place = at.join('.');
    return !seen.has(place) && seen.add(place);
  });
  return { faults: first.length > 0 ? first : [{ at: [], code: 'pattern' }] };
}

function told(unit: OutputUnit, schema: Schema, own?: string | null): Fault[] {
  const code = CODES[unit.keyword];
  if (!code) return [];
  const said = code(at(schema, unit.keywordLocation));
  const place = pathOf(unit.instanceLocation);
  return [{ at: place, ...said, ...(said.code === 'pattern' && own ? { own } : {}) }];
}

/** "#/lines/0/part" is `['lines', '0', 'part']`. */
const pathOf = (pointer: string): Path =>
  pointer
    .split('/')
    .slice(1)
    .map((piece) => decodeURIComponent(piece).replaceAll('~1', '/').replaceAll('~0', '~'));

const at = (schema: unknown, pointer: string): unknown =>
  pathOf(pointer).reduce<unknown>(
    (node, piece) => (node as Record<string, unknown> | undefined)?.[piece],
    schema,
  );
