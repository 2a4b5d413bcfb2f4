import { isRecord } from '../../model/alike';
import type { Path } from '../../expressions/nodes';
import type { Item, Type } from './item';

type Schema = Record<string, unknown>;

/** A schema without its reference, and without its "or nothing". */
export type Resolved = { schema: Schema; nullable: boolean; options: Schema[] };

export function resolved(schema: unknown, root: Schema, depth = 0): Resolved {
  if (!isRecord(schema) || depth > 8) return { schema: {}, nullable: false, options: [] };
  if (typeof schema.$ref === 'string') {
    const name = schema.$ref.split('/').at(-1) ?? '';
    const found = isRecord(root.$defs) ? root.$defs[name] : undefined;
    const { $ref: _, ...own } = schema;
    const inner = resolved(found, root, depth + 1);
    return { ...inner, schema: { ...inner.schema, ...own } };
  }
  if (!Array.isArray(schema.anyOf)) return { schema, nullable: false, options: [] };
  const { anyOf, ...own } = schema;
  const options = (anyOf as Schema[]).filter((each) => each.type !== 'null');
  const nullable = options.length < (anyOf as Schema[]).length;
  const [only] = options;
  if (options.length !== 1 || !only) return { schema: own, nullable, options };
  const inner = resolved(only, root, depth + 1);
  return { schema: { ...inner.schema, ...own }, nullable, options: inner.options };
}

const TYPES: Record<string, Type> = {
  string: 'text',
  integer: 'int',
  number: 'double',
  boolean: 'bool',
};

/** What kind of value a schema takes or gives. */
export function typeOf({ schema, options }: Resolved, root: Schema): Type {
  if (Array.isArray(schema.enum) || typeof schema.const === 'string') return 'text';
  const kinds = new Set(options.map(({ type }) => type));
  if (options.length > 0) {
    return kinds.size === 2 && kinds.has('number') && kinds.has('string') ? 'double' : 'anything';
  }
  if (schema.type === 'array') return listType(resolved(schema.items, root));
  if (schema.type === 'object') return isRecord(schema.properties) ? 'record' : 'anything';
  return TYPES[String(schema.type)] ?? 'anything';
}

function listType(item: Resolved): Type {
  if (isRecord(item.schema.properties)) return 'rows';
  return item.schema.type === 'string' ? 'texts' : 'anything';
}

/** The parts of an object; `row`: of each of a list. */
export function outputItems(
  root: Schema,
  path: Path,
  optional: boolean,
  of: unknown = root,
  depth = 0,
): Item[] {
  const { schema } = resolved(of, root);
  if (!isRecord(schema.properties) || depth > 4) return [];
  const required = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(schema.properties).map(([key, each]) => {
    const found = resolved(each, root);
    const type = typeOf(found, root);
    const at = [...path, key];
    const isOptional = optional || found.nullable || !required.includes(key);
    const inRows = type === 'rows' ? found.schema.items : each;
    const start: Path = type === 'rows' ? ['row'] : at;
    const inside = type === 'record' || type === 'rows';
    return {
      path: at,
      label: String(found.schema.title ?? key),
      kind: type,
      type,
      optional: isOptional,
      ...(inside && {
        parts: outputItems(root, start, type === 'rows' ? false : isOptional, inRows, depth + 1),
      }),
    };
  });
}
