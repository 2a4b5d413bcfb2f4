import { words } from '@/lib/forms/words';
import { numberOf, rows } from './body';
import { isDraftRecord, type Draft, type DraftRecord } from './draft';
import type { Field } from './model';

export type Faults = Record<string, string>;

/** What the schema refuses, by the path of the field: said before anything is sent. */
export function faultsOf(fields: Field[], values: DraftRecord, path: string): Faults {
  const found: Faults = {};
  for (const field of fields)
    Object.assign(found, faults(field, values[field.key] ?? null, `${path}.${field.key}`));
  return found;
}

function faults(field: Field, value: Draft, path: string): Faults {
  switch (field.kind) {
    case 'boolean':
      return {};
    case 'choice':
      return field.required && value === '' ? { [path]: words.choice } : {};
    case 'record':
      return isDraftRecord(value) ? faultsOf(field.fields, value, path) : {};
    case 'variants': {
      if (!isDraftRecord(value)) return {};
      const variant = field.variants.find((each) => each.value === value[field.tag]);
      return faultsOf(variant?.fields ?? [], value, path);
    }
    case 'list':
      return ofRows(field, rows(value), path, (each, at) => faults(field.item, each, at));
    case 'names':
      return ofRows(field, rows(value), path, (each, at) =>
        isDraftRecord(each) && each.name === '' ? { [`${at}.name`]: words.needed } : {},
      );
    default:
      return ofText(field, typeof value === 'string' ? value : '', path);
  }
}

function ofRows(
  { most }: { most: number },
  all: Draft[],
  path: string,
  each: (row: Draft, path: string) => Faults,
): Faults {
  const found = all.map((row, index) => each(row, `${path}.${index}`));
  if (all.length > most) found.push({ [path]: words.fewer(most) });
  return Object.assign({}, ...found) as Faults;
}

type Typed = Extract<Field, { format: string }>;

function ofText(field: Typed, value: string, path: string): Faults {
  const plain = value.trim();
  if (plain === '') return field.required ? { [path]: words.needed } : {};
  const numeric = field.kind === 'integer' || field.kind === 'number';
  const fault = numeric ? ofNumber(field, plain) : ofWritten(field, plain);
  return fault ? { [path]: fault } : {};
}

function ofNumber(field: Typed, plain: string): string | null {
  const number = numberOf(plain);
  if (field.kind === 'integer' && (number === null || !Number.isInteger(number)))
    return words.whole;
  if (number === null) return words.number;
  if (number < field.least) return words.least(field.least);
  if (number <= field.above) return words.above(field.above);
  if (number > field.most) return words.most(field.most);
  return number >= field.below ? words.below(field.below) : null;
}

function ofWritten(field: Typed, plain: string): string | null {
  const length = [...plain].length;
  if (length < field.minLength) return words.longer(field.minLength);
  if (length > field.maxLength) return words.shorter(field.maxLength);
  if (field.format === 'email' && !/^\S+@\S+$/.test(plain)) return words.email;
  return fits(field.pattern, plain) ? null : words.pattern;
}

/** A pattern that this browser does not understand is the server's to judge. */
function fits(pattern: string, plain: string): boolean {
  if (pattern === '') return true;
  try {
    return new RegExp(pattern, 'u').test(plain);
  } catch {
    return true;
  }
}
