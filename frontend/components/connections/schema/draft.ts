import type { Field } from './model';
import type { Json } from './json';

/**
 * What a form holds while it is filled in: texts for all that is typed, null for a record that is
 * left out, and a list of pairs for names and values.
 */
export type Draft = string | boolean | null | Draft[] | { [key: string]: Draft };
export type DraftRecord = { [key: string]: Draft };
export type Pair = { name: Draft; value: Draft };

/** A form's beginning: the defaults of the system, or what is stored. */
export function draftOf(fields: Field[], stored: { [key: string]: Json } = {}): DraftRecord {
  return Object.fromEntries(fields.map((field) => [field.key, draft(field, stored[field.key])]));
}

/** An empty row, or a record that was left out. */
export const blank = (field: Field): Draft => draft({ ...field, required: true }, undefined);

function draft(field: Field, stored: Json | undefined): Draft {
  const value = stored ?? field.fallback;
  switch (field.kind) {
    case 'boolean':
      return value === true;
    case 'choice':
      return typeof value === 'string' ? value : '';
    case 'record':
      return value === undefined && !field.required ? null : draftOf(field.fields, record(value));
    case 'variants': {
      const given = record(value);
      const chosen = field.variants.find((each) => each.value === given[field.tag]);
      const variant = chosen ?? field.variants[0];
      if (!variant) return null;
      return { [field.tag]: variant.value, ...draftOf(variant.fields, given) };
    }
    case 'list':
      return Array.isArray(value) ? value.map((each) => draft(field.item, each)) : [];
    case 'names':
      return Object.entries(record(value)).map(([name, each]) => ({
        name,
        value: draft(field.item, each),
      }));
    default:
      return value === undefined || value === null ? '' : String(value);
  }
}

/** Without what is secret: what may be kept in this browser. */
export function withoutSecrets(fields: Field[], values: DraftRecord): DraftRecord {
  return Object.fromEntries(
    fields.map((field) => [field.key, kept(field, values[field.key] ?? null)]),
  );
}

/** Whether something secret is filled in. */
export const hasSecrets = (fields: Field[], values: DraftRecord) =>
  JSON.stringify(withoutSecrets(fields, values)) !== JSON.stringify(values);

function kept(field: Field, value: Draft): Draft {
  if (field.kind === 'secret') return '';
  if (field.kind === 'record' && isDraftRecord(value)) return withoutSecrets(field.fields, value);
  if (field.kind === 'variants' && isDraftRecord(value)) {
    const variant = field.variants.find((each) => each.value === value[field.tag]);
    const tag = { [field.tag]: value[field.tag] ?? '' };
    return { ...tag, ...withoutSecrets(variant?.fields ?? [], value) };
  }
  if (field.kind === 'list' && Array.isArray(value))
    return value.map((each) => kept(field.item, each));
  return value;
}

export const isDraftRecord = (value: Draft | undefined): value is DraftRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const record = (value: Json | undefined): { [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
