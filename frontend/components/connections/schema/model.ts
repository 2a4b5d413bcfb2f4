import type { Json } from './json';

/** A JSON Schema as Pydantic writes it. */
export type Schema = { [keyword: string]: Json | undefined };

type Named = {
  key: string;
  title: string;
  help: string;
  /** Whether something has to be there. */
  required: boolean;
  /** What the system takes where nothing is said. */
  fallback: Json | undefined;
};

type Text = {
  kind: 'text' | 'secret' | 'integer' | 'number' | 'any';
  format: string;
  pattern: string;
  minLength: number;
  maxLength: number;
  least: number;
  above: number;
  most: number;
  below: number;
};

/** One thing that a form asks, with what it may be. */
export type Field = Named &
  (
    | Text
    | { kind: 'boolean' }
    | { kind: 'choice'; choices: string[] }
    | { kind: 'record'; fields: Field[] }
    /** One of several records, told apart by what stands in `tag`. */
    | { kind: 'variants'; tag: string; variants: Variant[] }
    | { kind: 'list'; item: Field; most: number }
    /** Names and values that the person chooses. */
    | { kind: 'names'; item: Field; most: number }
  );

export type Variant = { value: string; title: string; fields: Field[] };

export type FieldOf<Kind extends Field['kind']> = Extract<Field, { kind: Kind }>;

/** The fields of an object's schema, in their order. */
export function fieldsOf(schema: Schema, root: Schema = schema): Field[] {
  const needed = new Set(texts(schema.required));
  return Object.entries(records(schema.properties)).map(([key, property]) =>
    fieldOf(key, property, needed.has(key), root),
  );
}

function fieldOf(key: string, property: Schema, required: boolean, root: Schema): Field {
  const outer = resolved(property, root);
  const options = alternatives(outer).map((each) => resolved(each, root));
  const real = options.filter((each) => each.type !== 'null');
  const schema = real.length === 1 ? { ...outer, ...real[0], ...spoken(outer) } : outer;
  const named: Named = {
    key,
    title: text(schema.title) || key,
    help: text(schema.description),
    required,
    fallback: outer.default ?? undefined,
  };
  return { ...named, ...shapeOf(schema, real, root) };
}

type Shape = Field extends infer Each
  ? Each extends Field
    ? Omit<Each, keyof Named>
    : never
  : never;

function shapeOf(schema: Schema, options: Schema[], root: Schema): Shape {
  const tag = text((schema.discriminator as Schema | undefined)?.propertyName);
  if (tag)
    return { kind: 'variants', tag, variants: options.map((each) => variant(each, tag, root)) };
  if (Array.isArray(schema.enum)) return { kind: 'choice', choices: texts(schema.enum) };
  switch (schema.type) {
    case 'boolean':
      return { kind: 'boolean' };
    case 'array':
      return { kind: 'list', item: inner(schema.items, root), most: size(schema.maxItems) };
    case 'object':
      return schema.properties
        ? { kind: 'record', fields: fieldsOf(schema, root) }
        : {
            kind: 'names',
            item: inner(schema.additionalProperties, root),
            most: size(schema.maxProperties),
          };
    case 'integer':
    case 'number':
      return { kind: schema.type, ...bounds(schema) };
    case 'string':
      return { kind: isSecret(schema) ? 'secret' : 'text', ...bounds(schema) };
    default:
      return { kind: 'any', ...bounds(schema) };
  }
}

function variant(schema: Schema, tag: string, root: Schema): Variant {
  const { const: value } = records(schema.properties)[tag] ?? {};
  const fields = fieldsOf(schema, root).filter(({ key }) => key !== tag);
  return { value: text(value), title: plain(text(schema.description)) || text(value), fields };
}

/** Without the marks of Markdown, which a list of choices cannot show. */
const plain = (words: string) => words.replaceAll('`', '').replace(/\.$/, '');

const inner = (schema: Json | undefined, root: Schema): Field =>
  fieldOf('', isRecord(schema) ? schema : {}, true, root);

const isSecret = (schema: Schema) => schema.writeOnly === true || schema.format === 'password';

function bounds(schema: Schema): Omit<Text, 'kind'> {
  return {
    format: text(schema.format),
    pattern: text(schema.pattern),
    minLength: Number(schema.minLength ?? 0),
    maxLength: size(schema.maxLength),
    least: Number(schema.minimum ?? -Infinity),
    above: Number(schema.exclusiveMinimum ?? -Infinity),
    most: size(schema.maximum),
    below: size(schema.exclusiveMaximum),
  };
}

/** What a schema says for people; it stands beside the choice, not in what is chosen. */
function spoken({ title, description }: Schema): Schema {
  return { ...(title ? { title } : {}), ...(description ? { description } : {}) };
}

function alternatives(schema: Schema): Schema[] {
  const given = schema.oneOf ?? schema.anyOf;
  return Array.isArray(given) ? given.filter(isRecord) : [];
}

function resolved(schema: Schema, root: Schema): Schema {
  const name = text(schema.$ref).split('/').pop();
  if (!name) return schema;
  return { ...records(root.$defs)[name], ...spoken(schema), ...defaulted(schema) };
}

const defaulted = (schema: Schema): Schema =>
  schema.default === undefined ? {} : { default: schema.default };

const size = (value: Json | undefined) => Number(value ?? Infinity);
const text = (value: Json | undefined) => (typeof value === 'string' ? value : '');
const texts = (value: Json | undefined) => (Array.isArray(value) ? value.map(String) : []);

function records(value: Json | undefined): Record<string, Schema> {
  return isRecord(value) ? (value as Record<string, Schema>) : {};
}

function isRecord(value: Json | undefined): value is { [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
