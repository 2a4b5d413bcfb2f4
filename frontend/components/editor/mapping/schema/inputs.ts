import { isRecord } from '../../model/alike';
import { resolved, typeOf, type Resolved } from '../../scope/model/outputs';

type Schema = Record<string, unknown>;

/** What an input takes. `scalar`: a text or a number; `map`: an object with any names. */
export type Takes =
  'text' | 'int' | 'double' | 'bool' | 'record' | 'rows' | 'texts' | 'map' | 'scalar' | 'anything';

/** One input of an action, or one of its parts. */
export type Input = {
  key: string;
  title: string;
  description: string;
  takes: Takes;
  required: boolean;
  /** A number that may be written as a text: exact. */
  decimal: boolean;
  email: boolean;
  /** Texts that are the only ones. */
  choices: string[] | null;
  /** Of a record, or of each record of a list. */
  parts: Input[];
  /** Somebody gave it its name: it stays there without a value. */
  free: boolean;
};

const SCALARS = new Set(['string', 'integer', 'number', 'boolean']);

/** The inputs that an action's schema has. */
export const inputsOf = (schema: Schema): Input[] => partsOf(schema, schema, 0);

function partsOf(of: unknown, root: Schema, depth: number): Input[] {
  const { schema } = resolved(of, root);
  if (!isRecord(schema.properties) || depth > 4) return [];
  const required = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(schema.properties).map(([key, each]) =>
    inputOf(key, each, root, required.includes(key), depth),
  );
}

function inputOf(key: string, of: unknown, root: Schema, required: boolean, depth: number): Input {
  const found = resolved(of, root);
  const { schema } = found;
  const takes = takesOf(found, root);
  const inside = takes === 'rows' ? schema.items : of;
  const isNested = takes === 'rows' || takes === 'record';
  return {
    key,
    title: String(schema.title ?? key),
    description: String(schema.description ?? ''),
    takes,
    required,
    decimal: found.options.length > 0,
    email: schema.format === 'email',
    choices: Array.isArray(schema.enum) ? schema.enum.map(String) : null,
    parts: isNested ? partsOf(inside, root, depth + 1) : [],
    free: false,
  };
}

function takesOf(found: Resolved, root: Schema): Takes {
  const { schema, options } = found;
  if (options.length > 0 && typeOf(found, root) === 'anything') {
    return options.every(({ type }) => SCALARS.has(String(type))) ? 'scalar' : 'anything';
  }
  if (schema.type === 'object' && !isRecord(schema.properties)) return 'map';
  const type = typeOf(found, root);
  return KNOWN.has(type) ? (type as Takes) : 'anything';
}

const KNOWN = new Set<string>(['text', 'int', 'double', 'bool', 'record', 'rows', 'texts']);

/** An input of which only the name is known, such as a part of a free JSON body. */
export const freeInput = (key: string, takes: Takes = 'anything'): Input => ({
  key,
  title: key,
  description: '',
  takes,
  required: false,
  decimal: false,
  email: false,
  choices: null,
  parts: [],
  free: true,
});
