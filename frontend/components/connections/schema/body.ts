import { isDraftRecord, type Draft, type DraftRecord } from './draft';
import type { Json } from './json';
import type { Field } from './model';

/** What is sent: as the schema wants it, without what was left empty. */
export function bodyOf(fields: Field[], values: DraftRecord): { [key: string]: Json } {
  const body: { [key: string]: Json } = {};
  for (const field of fields) {
    const value = sent(field, values[field.key] ?? null);
    if (value !== undefined) body[field.key] = value;
  }
  return body;
}

function sent(field: Field, value: Draft): Json | undefined {
  switch (field.kind) {
    case 'boolean':
      return value === true;
    case 'record':
      return isDraftRecord(value) ? bodyOf(field.fields, value) : undefined;
    case 'variants': {
      if (!isDraftRecord(value)) return undefined;
      const variant = field.variants.find((each) => each.value === value[field.tag]);
      return { [field.tag]: String(value[field.tag]), ...bodyOf(variant?.fields ?? [], value) };
    }
    case 'list':
      return rows(value)
        .map((each) => sent(field.item, each))
        .filter((each) => each !== undefined);
    case 'names':
      return Object.fromEntries(
        rows(value)
          .filter(isDraftRecord)
          .filter(({ name }) => name !== '')
          .map((each) => [String(each.name), sent(field.item, each.value ?? '') ?? '']),
      );
    default:
      return typeof value === 'string' && value.trim() !== '' ? typed(field, value) : undefined;
  }
}

/** Numbers as numbers; what is none goes as it is, so that the server says why it is refused. */
function typed(field: Field, value: string): Json {
  const plain = value.trim();
  if (field.kind === 'integer' || field.kind === 'number') {
    const number = numberOf(plain);
    return number ?? plain;
  }
  if (field.kind === 'any') return anyOf(plain);
  return field.kind === 'secret' ? value : plain;
}

/** Where a text, a number or a yes may stand: what looks like a number is one. */
function anyOf(value: string): Json {
  if (value === 'true' || value === 'false') return value === 'true';
  return numberOf(value) ?? value;
}

/** Digits with a point or a comma; null for anything else. */
export function numberOf(value: string): number | null {
  const plain = value.trim().replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

export const rows = (value: Draft | undefined): Draft[] => (Array.isArray(value) ? value : []);
