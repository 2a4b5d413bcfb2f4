import type { RJSFSchema } from '@rjsf/utils';
import { deepEquals } from '@rjsf/utils';
import { words as all } from '../words';

const words = all.checks;

/** One answer that breaks a rule. `path` names it from the root: `['email']`. */
export type Broken = { path: string[]; keyword: string; message: string };

type Context = { root: RJSFSchema; path: string[]; label: string };
type Rule = (schema: RJSFSchema, value: unknown, context: Context) => Broken[];

/**
 * Checks a value against the JSON Schema keywords that a Waybill form uses. The server checks again
 * with the full model; this exists so that a person hears about a slip before sending, in words.
 */
export function check(schema: RJSFSchema, value: unknown, root: RJSFSchema = schema): Broken[] {
  return walk(schema, value, { root, path: [], label: schema.title ?? all.answer });
}

function walk(schema: RJSFSchema, value: unknown, context: Context): Broken[] {
  const resolved = resolve(schema, context.root);
  for (const rule of RULES) {
    const broken = rule(resolved, value, context);
    if (broken.length > 0) return broken;
  }
  return [];
}

const type: Rule = (schema, value, context) => {
  if (schema.type === undefined) return [];
  const allowed = [schema.type].flat();
  return allowed.some((name) => TYPES[name]?.(value))
    ? []
    : fail(
        context,
        'type',
        words.wrongType(
          context.label,
          allowed.flatMap((name) => words.kinds[name] ?? []),
        ),
      );
};

const choice: Rule = (schema, value, context) => {
  const options = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  return options === undefined || options.some((option) => deepEquals(option, value))
    ? []
    : fail(context, 'enum', words.notAChoice(context.label));
};

const alternatives: Rule = (schema, value, context) => {
  const options = schema.oneOf ?? schema.anyOf;
  if (options === undefined) return [];
  const fits = options.some((option) => walk(option as RJSFSchema, value, context).length === 0);
  return fits ? [] : fail(context, 'oneOf', words.notAChoice(context.label));
};

const text: Rule = (schema, value, context) => {
  if (typeof value !== 'string') return [];
  const { label } = context;
  const length = [...asCounted(value)].length;
  if (schema.minLength !== undefined && length < schema.minLength)
    return fail(context, 'minLength', words.tooShort(label, schema.minLength));
  if (schema.maxLength !== undefined && length > schema.maxLength)
    return fail(context, 'maxLength', words.tooLong(label, schema.maxLength, length));
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value.trim()))
    return fail(context, 'pattern', wrongPattern(label, schema));
  if (schema.format !== undefined && !(FORMATS[schema.format]?.test(value.trim()) ?? true))
    return fail(context, 'format', words.formats[schema.format] ?? words.unexpected(label));
  return [];
};

/** The server takes off what nobody sees before it counts; line breaks count. */
const asCounted = (value: string) =>
  value
    .normalize('NFC')
    .replace(/[^\P{C}\n]/gu, '')
    .trim();

const range: Rule = (schema, value, context) => {
  if (typeof value !== 'number') return [];
  if (schema.minimum !== undefined && value < schema.minimum)
    return fail(context, 'minimum', words.tooSmall(context.label, schema.minimum));
  if (schema.maximum !== undefined && value > schema.maximum)
    return fail(context, 'maximum', words.tooLarge(context.label, schema.maximum));
  return [];
};

const members: Rule = (schema, value, context) => {
  if (!isObject(value)) return [];
  const properties = (schema.properties ?? {}) as Record<string, RJSFSchema>;
  return Object.entries(properties).flatMap(([key, property]) => {
    const resolved = resolve(property, context.root);
    const inner = { ...context, path: [...context.path, key], label: resolved.title ?? key };
    if (!isMissing(value[key])) return walk(resolved, value[key], inner);
    return schema.required?.includes(key)
      ? fail(inner, 'required', words.missing(inner.label))
      : [];
  });
};

const RULES: Rule[] = [type, choice, alternatives, text, range, members];

const TYPES: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: Number.isInteger,
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
  array: Array.isArray,
  object: isObject,
};

/** Formats without an entry are left to the server. */
const FORMATS: Record<string, RegExp> = {
  // The wide full stops are what Chinese and Japanese keyboards write in a domain.
  email: /^[^\s@]+@[^\s@.\u3002\uff0e\uff61]+([.\u3002\uff0e\uff61][^\s@.\u3002\uff0e\uff61]+)+$/u,
  uri: /^[a-z][a-z0-9+.-]*:\/\/\S+$/iu,
  date: /^\d{4}-\d{2}-\d{2}$/u,
};

function resolve(schema: RJSFSchema, root: RJSFSchema): RJSFSchema {
  if (schema.$ref === undefined) return schema;
  const target = schema.$ref
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((node, key) => (isObject(node) ? node[key] : undefined), root);
  return isObject(target) ? { ...target, ...schema, $ref: undefined } : schema;
}

function fail({ path }: Context, keyword: string, message: string): Broken[] {
  return [{ path, keyword, message }];
}

/** A pattern is no help to a reader, so the example or the field's own help says what fits. */
function wrongPattern(label: string, { examples, description }: RJSFSchema): string {
  const example = Array.isArray(examples) ? examples[0] : undefined;
  if (typeof example === 'string') return words.like(label, example);
  return description ? words.unfitting(label, description) : words.unexpected(label);
}

function isMissing(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === undefined || value === null || (typeof value === 'string' && !value.trim());
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
